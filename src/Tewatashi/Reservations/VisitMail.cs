using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Mail;

namespace Tewatashi.Reservations;

/// <summary>Puts a mail about a visit into the outbox, in the transaction of what it tells, where a verified address was given.</summary>
internal static class VisitMail
{
    public static async Task EnqueueMailAsync(this Work work, Guid visitId, MailKind kind, CancellationToken cancellationToken)
    {
        var contact = await work.Context.Contacts.AsNoTracking()
            .Where(row => row.VisitId == visitId || (row.AddressToken != null && row.VerifiedAt != null && work.Context.Visits.Any(visit => visit.Id == visitId && visit.OwnerToken == row.AddressToken)))
            .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id)
            .Select(row => new { row.Id, row.VerifiedAt }).FirstOrDefaultAsync(cancellationToken);
        if (contact?.VerifiedAt is null) return;
        work.Enqueue(kind, contact.Id, visitId);
    }
}
