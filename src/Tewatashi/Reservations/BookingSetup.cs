using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Time;

namespace Tewatashi.Reservations;

/// <summary>What a municipality set up about booking: its rules with those planned, the days it closes, and its counters in use.</summary>
internal sealed class BookingSetup
{
    private static readonly KeptSetup<BookingSetup> Kept = new(ReadAsync);
    private readonly MunicipalitySettings settings;
    private readonly IReadOnlyList<PlannedRule> planned;
    private readonly IReadOnlyDictionary<Guid, OfficeCounter> counters;

    private BookingSetup(MunicipalitySettings settings, IReadOnlyList<PlannedRule> planned, IReadOnlySet<DateOnly> closed, IReadOnlyDictionary<Guid, OfficeCounter> counters)
    {
        this.settings = settings;
        this.planned = planned;
        this.counters = counters;
        BusinessDays = new BusinessDays(closed);
    }

    public BusinessDays BusinessDays { get; }

    /// <param name="mark">See <see cref="KeptSetup{TSetup}.OfAsync"/>.</param>
    public static Task<BookingSetup> OfAsync(TewatashiContext context, byte[]? mark, CancellationToken cancellationToken) => Kept.OfAsync(context, mark, cancellationToken);

    /// <summary>The rules as they count on a day. Shared: not to be changed.</summary>
    public MunicipalitySettings RulesOn(DateOnly day) => planned.Count == 0 ? settings : settings.Copy().With(planned, day);

    /// <summary>Null where there is none in use.</summary>
    public OfficeCounter? Counter(Guid id) => counters.GetValueOrDefault(id);

    private static async Task<BookingSetup> ReadAsync(TewatashiContext context, CancellationToken cancellationToken) => new(
        await context.Settings.AsNoTracking().SingleAsync(cancellationToken),
        await context.PlannedRules.AsNoTracking().ToListAsync(cancellationToken),
        await context.Closures.Where(row => row.CounterId == null).Select(row => row.Day).ToHashSetAsync(cancellationToken),
        await OfficeCounter.InUse(context).ToDictionaryAsync(at => at.Counter.Id, cancellationToken));
}
