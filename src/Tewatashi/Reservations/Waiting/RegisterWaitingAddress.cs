using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Mail;

namespace Tewatashi.Reservations.Waiting;

/// <summary>Takes the mail address to which offers go, from someone who waits, and mails a link that proves it.</summary>
[UseCase(UsedBy.Resident)]
public sealed class RegisterWaitingAddress(Database database, KeyStore keys)
{
    public sealed record Request(Guid WaitingId, EmailAddress Address);

    public Task<RegisterMailAddress.Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<RegisterMailAddress.Outcome>(caller, OperationKind.RegisterMailAddress, async work =>
        {
            if (await work.LockOwnWaitAsync(request.WaitingId, cancellationToken) is not { } entry) return work.Refuse<RegisterMailAddress.Outcome>(new RegisterMailAddress.NotFound());
            if (await work.Context.Contacts.CountAsync(row => row.WaitingId == entry.Id, cancellationToken) >= RegisterMailAddress.Most)
                return work.Refuse<RegisterMailAddress.Outcome>(new RegisterMailAddress.Enough());
            var contact = work.AddContact(keys, null, entry.Id, request.Address);
            work.Record("LinkMailed", entry.Id);
            return new RegisterMailAddress.LinkMailed(contact.Masked, contact.TokenExpiresAt);
        }, async (work, first) =>
        {
            var contact = await work.Context.Contacts.AsNoTracking().Where(row => row.WaitingId == first.SubjectId).OrderByDescending(row => row.CreatedAt).FirstAsync(cancellationToken);
            return new RegisterMailAddress.LinkMailed(contact.Masked, contact.TokenExpiresAt);
        }, cancellationToken);
}
