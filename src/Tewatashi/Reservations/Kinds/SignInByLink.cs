using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Staff;

namespace Tewatashi.Reservations.Kinds;

/// <summary>Somebody followed the mailed link and pressed the button: the address is theirs, and they are signed in with it. Works once.</summary>
[UseCase(UsedBy.Resident)]
public sealed class SignInByLink(Database database)
{
    public abstract record Outcome;

    /// <param name="Secret">For the cookie; only its hash is stored.</param>
    public sealed record SignedIn(string Secret) : Outcome;

    /// <summary>The link verifies the address of a visit or a wait instead: nobody is signed in by it.</summary>
    public sealed record OtherLink : Outcome;

    /// <summary>Unknown, used before or too old: one answer for all.</summary>
    public sealed record LinkOver : Outcome;

    /// <param name="purposeRevision">The revision of 利用目的 that was shown.</param>
    public Task<Outcome> RunAsync(string? secret, int purposeRevision, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.SignInResident, async work =>
        {
            if (secret is not { Length: > 0 and < 100 }) return work.Refuse<Outcome>(new LinkOver());
            var hash = Secret.HashOf(secret);
            var contact = await work.Context.Contacts.AsNoTracking().FirstOrDefaultAsync(row => row.TokenHash == hash, cancellationToken);
            if (contact is { AddressToken: null }) return work.Refuse<Outcome>(new OtherLink());
            var verified = contact is null ? 0 : await work.Context.Contacts
                .Where(row => row.Id == contact.Id && row.VerifiedAt == null && row.TokenExpiresAt > work.Now)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.VerifiedAt, work.Now), cancellationToken);
            if (contact is null || verified == 0)
            {
                work.AbandonRecording("LinkOver");
                return new LinkOver();
            }

            var cookie = Secret.New();
            work.Context.Add(new ResidentSession
            {
                Municipality = work.Municipality,
                SecretHash = Secret.HashOf(cookie),
                ContactId = contact.Id,
                StartedAt = work.Now,
                LastSeenAt = work.Now,
                PurposeRevision = purposeRevision,
            });
            work.Record("SignedIn", contact.Id);
            return new SignedIn(cookie);
        }, cancellationToken: cancellationToken);
}
