using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Mail;
using Tewatashi.Staff;

namespace Tewatashi.Reservations.Kinds;

/// <summary>
/// Mails a link to somebody who wants to book a kind without a card: the address must be theirs before anything else is asked. The
/// answer is the same whether or not that address has a booking.
/// </summary>
[UseCase(UsedBy.Resident)]
public sealed class MailSignInLink(Database database, KeyStore keys)
{
    /// <summary>Links that one address is sent within an hour: enough for every slip, too few to flood a stranger's mailbox.</summary>
    public const int MostAnHour = 5;

    public sealed record Request(EmailAddress Address);

    /// <summary>Said in any case.</summary>
    public sealed record Outcome(string Masked, DateTimeOffset ExpiresAt);

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.RegisterMailAddress, async work =>
        {
            var itemKeys = keys.KeysOf(work.Municipality, KeyPurpose.Contact);
            var token = itemKeys.Token("address", request.Address.Value.ToLowerInvariant());
            var outcome = new Outcome(request.Address.Masked, work.Now + RegisterMailAddress.LinkTime);
            var open = await work.Context.BookingKinds.AnyAsync(row => row.DecisionNumber != null && row.OnWeb && !row.NeedsCard, cancellationToken);
            var anHourAgo = work.Now.AddHours(-1);
            if (!open || await work.Context.Contacts.CountAsync(row => row.AddressToken == token && row.CreatedAt > anHourAgo, cancellationToken) >= MostAnHour) return work.Refuse(outcome);
            var secret = Secret.New();
            var contact = new Contact
            {
                Municipality = work.Municipality,
                Id = Ids.New(),
                AddressToken = token,
                Masked = request.Address.Masked,
                TokenHash = Secret.HashOf(secret),
                TokenExpiresAt = outcome.ExpiresAt,
                CreatedAt = work.Now,
            };
            work.Context.Add(contact);
            work.Context.Add(ContactAddresses.Seal(itemKeys, contact, request.Address));
            work.Enqueue(MailKind.Verification, contact.Id, null, itemKeys, secret);
            work.Record("LinkMailed", contact.Id);
            return outcome;
        }, cancellationToken: cancellationToken);
}
