using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Closures;

/// <summary>
/// Which visits can be told by mail: the newest address given for them counts, and only when it was verified; of one booked by a mailed
/// link it is the address of that link.
/// </summary>
internal static class VerifiedContacts
{
    /// <summary>The contact of each visit that has one.</summary>
    public static async Task<Dictionary<Guid, Guid>> OfAsync(TewatashiContext context, IReadOnlyCollection<Guid> visitIds, CancellationToken cancellationToken)
    {
        var contacts = await context.Contacts.AsNoTracking().Where(row => row.VisitId != null && visitIds.Contains(row.VisitId.Value))
            .Select(row => new { row.Id, VisitId = row.VisitId!.Value, row.CreatedAt, row.VerifiedAt }).ToListAsync(cancellationToken);
        var linked = await context.Visits.AsNoTracking().Where(row => visitIds.Contains(row.Id) && row.OwnerToken != null)
            .Join(context.Contacts.Where(row => row.VerifiedAt != null), visit => visit.OwnerToken, contact => contact.AddressToken, (visit, contact) =>
                new { contact.Id, VisitId = visit.Id, contact.CreatedAt, contact.VerifiedAt }).ToListAsync(cancellationToken);
        return contacts.Concat(linked).GroupBy(row => row.VisitId)
            .Select(group => group.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).First())
            .Where(row => row.VerifiedAt is not null)
            .ToDictionary(row => row.VisitId, row => row.Id);
    }
}
