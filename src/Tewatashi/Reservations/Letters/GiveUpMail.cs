using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Mail;
using Tewatashi.Reservations.Calls;

namespace Tewatashi.Reservations.Letters;

/// <summary>「送るのをやめて電話する」: the mail is not tried again; who should have got it comes onto the call list.</summary>
[UseCase(UsedBy.Staff)]
public sealed class GiveUpMail(Database database)
{
    public sealed record Request(Guid MailId);

    public abstract record Outcome;

    /// <param name="Calls">Whether someone is to be called: not for a mail that only verified an address, nor where nobody is left to be told.</param>
    public sealed record GivenUp(bool Calls) : Outcome;

    /// <summary>It is not there, or no longer waits for a person.</summary>
    public sealed record Gone : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.GiveUpMail, async work =>
        {
            var mail = await work.Context.Outbox.AsNoTracking().FirstOrDefaultAsync(row => row.Id == request.MailId && row.State == OutboxState.Dead, cancellationToken);
            var given = mail is null ? 0 : await work.Context.Outbox.Where(row => row.Id == mail.Id && row.State == OutboxState.Dead)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, OutboxState.GivenUp), cancellationToken);
            if (mail is null || given == 0) return work.Refuse<Outcome>(new Gone());
            var cardId = await CardOfAsync(work, mail, cancellationToken);
            var calls = Calls(mail.Kind, cardId);
            if (calls) await work.AddCallAsync(new NewCall(ReasonOf(mail.Kind), cardId!.Value, mail.VisitId), cancellationToken); // not null, see above
            work.Record("GivenUp", request.MailId, calls ? "Call" : null, cardId is { } id ? [id] : null);
            return new GivenUp(calls);
        }, (_, first) => Task.FromResult<Outcome>(new GivenUp(first.Detail == "Call")), cancellationToken);

    internal static bool Calls(MailKind kind, Guid? cardId) => cardId is not null && kind != MailKind.Verification;

    private static CallReason ReasonOf(MailKind kind) => kind switch
    {
        MailKind.Offer => CallReason.Offer,
        MailKind.NeedsRebooking => CallReason.NeedsRebooking,
        MailKind.CancelledByOffice => CallReason.OfficeCancelled,
        MailKind.Verification or MailKind.Booked or MailKind.Changed or MailKind.Cancelled or MailKind.FirstReminder or MailKind.LastReminder => CallReason.MailUndelivered,
    };

    private static async Task<Guid?> CardOfAsync(Work work, OutboxMail mail, CancellationToken cancellationToken) =>
        await work.Context.Reservations.Where(row => row.VisitId == mail.VisitId && row.Ordinal == 1).Select(row => (Guid?)row.CardId).FirstOrDefaultAsync(cancellationToken)
        ?? await work.Context.SeatOffers.Where(row => row.VisitId == mail.VisitId)
            .Join(work.Context.WaitingEntries, offer => offer.WaitingId, entry => entry.Id, (_, entry) => (Guid?)entry.CardId).FirstOrDefaultAsync(cancellationToken);
}
