using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations.Kinds;

/// <summary>The kinds of booking that a wish asks for besides 受取. Reads nothing where it asks for none.</summary>
public sealed class KindRules
{
    private readonly Dictionary<Guid, BookingKind> kinds;

    private KindRules(IEnumerable<BookingKind> kinds) => this.kinds = kinds.ToDictionary(kind => kind.Id);

    public static async Task<KindRules> LoadAsync(TewatashiContext context, IEnumerable<Guid?> kindIds, CancellationToken cancellationToken)
    {
        var ids = kindIds.OfType<Guid>().Distinct().ToList();
        return new KindRules(ids.Count == 0 ? [] : await context.BookingKinds.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken));
    }

    /// <summary>Why a person's kind cannot be booked so; null where it can, and for 受取.</summary>
    public BookingRefusal? WhyNot(VisitPerson person, Channel channel, CounterCode counter)
    {
        if (person.KindId is not { } id) return person.CardId is null ? BookingRefusal.Unknown : null;
        if (!kinds.TryGetValue(id, out var kind) || !kind.IsOn || !IsOpenOn(kind, channel)) return BookingRefusal.KindClosed;
        if (!kind.IsServedAt(counter)) return BookingRefusal.KindNotHere;
        return kind.NeedsCard == person.CardId is not null ? null : BookingRefusal.Unknown;
    }

    /// <summary>Minutes of one person, by kind, 受取人種別 and 要追記.</summary>
    public int MinutesOf(BookingRules rules, VisitPerson person, bool amendmentNeeded) =>
        person.KindId is { } id && kinds.TryGetValue(id, out var kind) ? kind.Minutes : rules.MinutesOf(person.RecipientKind, amendmentNeeded);

    public static bool IsOpenOn(BookingKind kind, Channel channel) => channel switch
    {
        Channel.Web => kind.OnWeb,
        Channel.Phone => kind.OnPhone,
        Channel.Counter => kind.AtCounter,
        Channel.Stock => false,
    };
}
