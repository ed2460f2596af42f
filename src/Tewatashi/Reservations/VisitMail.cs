using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Mail;

namespace Tewatashi.Reservations;

/// <summary>Puts a mail about a visit into the outbox, in the transaction of what it tells, where a verified address was given.</summary>
internal static class VisitMail
{
    private static readonly Func<TewatashiContext, Guid, IAsyncEnumerable<Given>> Latest = KeptQuery.Of((TewatashiContext context, Guid visitId) =>
        context.Contacts.AsNoTracking()
            .Where(row => row.VisitId == visitId || (row.AddressToken != null && row.VerifiedAt != null && context.Visits.Any(visit => visit.Id == visitId && visit.OwnerToken == row.AddressToken)))
            .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Take(1)
            .Select(row => new Given(row.Id, row.VerifiedAt)));

    private sealed record Given(Guid Id, DateTimeOffset? VerifiedAt);

    public static async Task EnqueueMailAsync(this Work work, Guid visitId, MailKind kind, CancellationToken cancellationToken)
    {
        var contact = await Latest(work.Context, visitId).FirstOrDefaultAsync(cancellationToken);
        if (contact?.VerifiedAt is null) return;
        work.Enqueue(kind, contact.Id, visitId);
    }
}
