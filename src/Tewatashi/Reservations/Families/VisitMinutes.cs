using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Reservations.Kinds;

namespace Tewatashi.Reservations.Families;

/// <summary>How long a visit will be with the people it has and those who are added, before it is put on a counter's grid.</summary>
internal static class VisitMinutes
{
    public static async Task<int> WithAsync(
        TewatashiContext context, BookingRules rules, IEnumerable<Reservation> coming, IReadOnlyList<VisitPerson> added, CancellationToken cancellationToken)
    {
        var kinds = await KindRules.LoadAsync(context, added.Select(person => person.KindId), cancellationToken);
        var ids = added.Select(person => person.CardId).OfType<Guid>().ToList();
        var amended = await context.Cards.Where(card => ids.Contains(card.Id) && card.AmendmentNeeded).Select(card => card.Id).ToListAsync(cancellationToken);
        return coming.Sum(row => row.Minutes) + added.Sum(person => kinds.MinutesOf(rules, person, person.CardId is { } id && amended.Contains(id)));
    }
}
