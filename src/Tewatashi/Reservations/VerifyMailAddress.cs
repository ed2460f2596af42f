using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Mail;
using Tewatashi.Staff;

namespace Tewatashi.Reservations;

/// <summary>
/// The resident followed the mailed link and pressed the button: the address is theirs. Works once, within its time; where the
/// visit is booked already its confirmation is mailed now.
/// </summary>
[UseCase(UsedBy.Resident)]
public sealed class VerifyMailAddress(Database database)
{
    public abstract record Outcome;

    public sealed record Verified : Outcome;

    /// <summary>Unknown, used before or too old: one answer for all.</summary>
    public sealed record LinkOver : Outcome;

    public Task<Outcome> RunAsync(string? secret, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.VerifyMailAddress, async work =>
        {
            var outcome = await VerifyAsync(work, secret, cancellationToken);
            if (outcome is LinkOver) work.AbandonRecording("LinkOver");
            return outcome;
        }, (_, _) => Task.FromResult<Outcome>(new Verified()), cancellationToken);

    private static async Task<Outcome> VerifyAsync(Work work, string? secret, CancellationToken cancellationToken)
    {
        if (secret is not { Length: > 0 and < 100 }) return new LinkOver();
        var hash = Secret.HashOf(secret);
        var contact = await work.Context.Contacts.AsNoTracking().FirstOrDefaultAsync(row => row.TokenHash == hash, cancellationToken);
        if (contact is null) return new LinkOver();
        // Given for waiting alone: there is no booking to confirm yet.
        if (contact.VisitId is not { } visitId) return await MarkAsync(work, contact, cancellationToken) ? new Verified() : new LinkOver();
        // Waits for a booking of this very moment, or makes it wait: one of the two then sees the other and queues the confirmation.
        await work.Context.Visits.Where(row => row.Id == visitId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version), cancellationToken);
        if (!await MarkAsync(work, contact, cancellationToken)) return new LinkOver();
        if (await work.Context.Visits.AnyAsync(row => row.Id == visitId && row.Seat == SeatState.Taken, cancellationToken))
            work.Enqueue(MailKind.Booked, contact.Id, visitId);
        return new Verified();
    }

    private static async Task<bool> MarkAsync(Work work, Contact contact, CancellationToken cancellationToken)
    {
        var verified = await work.Context.Contacts
            .Where(row => row.Id == contact.Id && row.VerifiedAt == null && row.TokenExpiresAt > work.Now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.VerifiedAt, work.Now), cancellationToken);
        if (verified == 1) work.Record("Verified", contact.VisitId ?? contact.WaitingId);
        return verified == 1;
    }
}
