using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Families;

/// <summary>Who waits to be added to the booked visit, and how long it will be then.</summary>
[UseCase(UsedBy.Resident)]
public sealed class ViewJoined(Database database)
{
    /// <param name="CardIds">Everyone's, those who come and those who join.</param>
    /// <param name="LastFour">Of the 製造管理番号 of those who join.</param>
    /// <param name="Minutes">Of everyone, before it is put on a counter's grid.</param>
    public sealed record Shown(IReadOnlyList<Guid> CardIds, IReadOnlyList<string> LastFour, int Minutes);

    /// <summary>Null where nobody waits, or the visit cannot be changed any more.</summary>
    public Task<Shown?> RunAsync(byte[] sessionHash, Guid visitId, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ViewReservation, async work =>
        {
            if ((await BookedVisit.FindAsync(work, visitId, cancellationToken)).Booked is not { } booked) return work.Refuse<Shown?>(null);
            var there = booked.Cards.ToList();
            var joined = await work.Context.SessionPersons.AsNoTracking()
                .Where(row => row.SecretHash == sessionHash && row.RecipientKind != null && row.CardId != null && !there.Contains(row.CardId.Value))
                .Join(work.Context.Cards, person => person.CardId, card => (Guid?)card.Id, (person, card) => new { Person = person, CardId = card.Id, card.SerialNumber, card.AmendmentNeeded })
                .ToListAsync(cancellationToken);
            if (joined.Count == 0) return work.Refuse<Shown?>(null);
            joined.Sort((one, other) => one.Person.Ordinal.CompareTo(other.Person.Ordinal));
            work.Record("Shown", booked.Visit.Id, others: joined.Select(row => row.CardId));
            return new Shown(
                [.. there, .. joined.Select(row => row.CardId)],
                joined.ConvertAll(row => row.SerialNumber.LastFour),
                booked.Coming.Sum(row => row.Minutes) + joined.Sum(row => booked.Rules.MinutesOf(row.Person.RecipientKind!.Value, row.AmendmentNeeded))); // asked for, see above
        }, cancellationToken: cancellationToken);
}
