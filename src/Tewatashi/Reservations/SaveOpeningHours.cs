using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Reservations;

/// <summary>
/// 開庁時間: the whole week of a counter from a day on. The seats of days that were booked before are fitted to it; refused where more is
/// booked than would be left, naming the days.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class SaveOpeningHours(Database database)
{
    public sealed record Request(Guid CounterId, DateOnly EffectiveOn, IReadOnlyList<WeeklyStretch> Week);

    public abstract record Outcome;

    public sealed record Saved : Outcome;

    /// <param name="Index">Which stretch; null where the whole is meant.</param>
    public sealed record Wrong(HoursFault Fault, int? Index) : Outcome;

    /// <summary>On these days more is booked than would be left.</summary>
    public sealed record Booked(IReadOnlyList<DateOnly> Days) : Outcome;

    public sealed record NoCounter : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ChangeOpeningHours, async work =>
        {
            var outcome = await SaveAsync(work, request, cancellationToken);
            if (outcome is Saved) work.Record("Saved", request.CounterId, FormattableString.Invariant($"{request.EffectiveOn:yyyy-MM-dd}"));
            else work.Abandon();
            return outcome;
        }, (_, _) => Task.FromResult<Outcome>(new Saved()), cancellationToken);

    private static async Task<Outcome> SaveAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (await work.Context.Counters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == request.CounterId, cancellationToken) is not { } counter) return new NoCounter();
        if (request.EffectiveOn < JapanTime.DateOf(work.Now)) return new Wrong(HoursFault.Past, null);
        if (FaultIn(request.Week, counter.GridMinutes) is { } wrong) return wrong;

        var days = await HoursChange.DaysFromAsync(work, request.EffectiveOn, cancellationToken);
        await work.StopMakingAsync([counter.BuildingId], days, cancellationToken);
        await work.GiveBackExpiredAsync([counter.BuildingId], days, cancellationToken);
        await work.Context.OpeningHours.Where(row => row.CounterId == counter.Id && row.EffectiveOn == request.EffectiveOn).ExecuteDeleteAsync(cancellationToken);
        work.Context.AddRange(request.Week.Select(stretch => new OpeningHours
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            CounterId = counter.Id,
            Weekday = stretch.Weekday,
            OpensAt = stretch.OpensAt,
            ClosesAt = stretch.ClosesAt,
            Booths = stretch.Booths,
            EffectiveOn = request.EffectiveOn,
        }));
        await work.Context.SaveChangesAsync(cancellationToken);
        var full = await work.FitAsync([counter.BuildingId], days, cancellationToken);
        return full.Count > 0 ? new Booked(full) : new Saved();
    }

    private static Wrong? FaultIn(IReadOnlyList<WeeklyStretch> week, int gridMinutes)
    {
        if (week.Count == 0) return new Wrong(HoursFault.Empty, null);
        for (var i = 0; i < week.Count; i++)
        {
            var stretch = week[i];
            if (stretch.ClosesAt <= stretch.OpensAt) return new Wrong(HoursFault.EndsFirst, i);
            if (stretch.Booths is < 1 or > 99) return new Wrong(HoursFault.Booths, i);
            if (OffGrid(stretch.OpensAt, gridMinutes) || OffGrid(stretch.ClosesAt, gridMinutes)) return new Wrong(HoursFault.OffGrid, i);
            for (var j = 0; j < i; j++)
            {
                if (week[j].Weekday == stretch.Weekday && week[j].OpensAt < stretch.ClosesAt && stretch.OpensAt < week[j].ClosesAt) return new Wrong(HoursFault.Overlap, i);
            }
        }

        return null;
    }

    private static bool OffGrid(TimeOnly time, int gridMinutes) => time.Ticks % (gridMinutes * TimeSpan.TicksPerMinute) != 0;
}
