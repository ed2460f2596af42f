using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Mail;
using Tewatashi.Municipalities;
using Tewatashi.Reservations.Calls;

namespace Tewatashi.Reservations;

/// <summary>
/// Sends what lies in the outbox. A mail is claimed for two minutes, handed over, then marked as sent; a sender that dies in
/// between leaves it to the next, which hands it over again under the same Message-ID. That happens once: where twice nobody heard the
/// server's answer, a person decides.
/// </summary>
[UseCase(UsedBy.Worker)]
public sealed class MailSender(Database database, VisitLetters letters)
{
    /// <summary>Tries before a person must look: by then about a day has passed.</summary>
    public const int Tries = 9;

    /// <summary>The code of a mail that may have arrived: its server was not heard to take it.</summary>
    public const string AnswerLost = nameof(AnswerLost);

    private const int AtOnce = 20;
    private static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(2);
    private readonly string me = Ids.New().ToString("N");

    /// <param name="residentUrl">The resident face where a municipality has not set its address; null: such a mail waits.</param>
    /// <param name="only">One municipality's mails alone; null: every one's.</param>
    /// <returns>How many mails were taken up; 0: nothing is due.</returns>
    public async Task<int> SendDueAsync(IMailTransport transport, string? residentUrl, MunicipalityCode? only, CancellationToken cancellationToken)
    {
        var now = database.Clock.GetUtcNow();
        var due = await database.ReadAsync(null, context => context.WorkItems.AsNoTracking()
            .Where(row => row.Kind == WorkKind.SendMail && row.DueAt <= now && (row.ClaimedUntil == null || row.ClaimedUntil < now) && (only == null || row.Municipality == only))
            .OrderBy(row => row.DueAt).ThenBy(row => row.SubjectId).Take(AtOnce).ToListAsync(cancellationToken), cancellationToken);
        foreach (var item in due)
        {
            if (await ClaimAsync(item, cancellationToken)) await SendAsync(item, transport, residentUrl, cancellationToken);
        }

        return due.Count;
    }

    /// <summary>How long the next try waits after so many that failed.</summary>
    internal static TimeSpan PauseAfter(int attempts) => TimeSpan.FromMinutes(attempts switch
    {
        <= 1 => 1,
        2 => 3,
        3 => 10,
        4 => 30,
        5 => 60,
        6 => 180,
        _ => 480,
    });

    private async Task<bool> ClaimAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var now = database.Clock.GetUtcNow();
        return await database.UnrecordedAsync(item.Municipality, async context =>
        {
            var claimed = await Row(context, item)
                .Where(row => row.DueAt <= now && (row.ClaimedUntil == null || row.ClaimedUntil < now))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClaimedBy, me).SetProperty(row => row.ClaimedUntil, now + ClaimTime), cancellationToken);
            // Counted before anything leaves: should we die, the next knows that it may have arrived.
            if (claimed == 1) await context.Outbox.Where(row => row.Id == item.SubjectId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Unanswered, row => row.Unanswered + 1), cancellationToken);
            return claimed == 1;
        }, cancellationToken);
    }

    private async Task SendAsync(WorkItem item, IMailTransport transport, string? residentUrl, CancellationToken cancellationToken)
    {
        var letter = await letters.WriteAsync(item.Municipality, item.SubjectId, residentUrl, cancellationToken);
        MailAnswer? answer = letter switch
        {
            VisitLetters.Ready ready => await transport.SendAsync(ready.Message, cancellationToken),
            VisitLetters.NotYet notYet => new MailAnswer.Later(notYet.Code),
            VisitLetters.Useless or VisitLetters.Unsure => null,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        await database.WriteAsync(Caller.Worker(item.Municipality), OperationKind.SendMail, async work =>
        {
            var mine = await Row(work.Context, item).AnyAsync(row => row.ClaimedBy == me, cancellationToken);
            var mail = await work.Context.Outbox.FirstOrDefaultAsync(row => row.Id == item.SubjectId && row.State == OutboxState.Waiting, cancellationToken);
            if (!mine || mail is null)
            {
                // Taken over by another sender, or the mail is gone with its visit.
                if (mail is null) await Row(work.Context, item).ExecuteDeleteAsync(cancellationToken);
                work.Record("Left", item.SubjectId);
                return false;
            }

            mail.Attempts++;
            await EndAsync(work, item, mail, letter, answer, cancellationToken);
            return true;
        }, cancellationToken: cancellationToken);
    }

    private static async Task EndAsync(Work work, WorkItem item, OutboxMail mail, VisitLetters.Outcome letter, MailAnswer? answer, CancellationToken cancellationToken)
    {
        var again = mail.Attempts >= Tries ? OutboxState.Dead : OutboxState.Waiting;
        var (state, code) = answer switch
        {
            null when letter is VisitLetters.Useless useless => (OutboxState.Useless, useless.Code),
            null => (OutboxState.Dead, AnswerLost),
            MailAnswer.Taken => (OutboxState.Sent, null),
            MailAnswer.Refused refused => (OutboxState.Dead, refused.Code),
            MailAnswer.Later later => (again, later.Code),
            MailAnswer.Unknown when mail.Unanswered >= OutboxMail.MostUnanswered => (OutboxState.Dead, AnswerLost),
            MailAnswer.Unknown unknown => (again, unknown.Code),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (answer is not MailAnswer.Unknown) mail.Unanswered--;
        mail.State = state;
        mail.LastError = code;
        work.Record(state == OutboxState.Waiting ? "Later" : state.ToString(), mail.VisitId, code is null ? mail.Kind.ToString() : $"{mail.Kind} {code}");
        if (state == OutboxState.Waiting)
        {
            var next = work.Now + PauseAfter(mail.Attempts);
            mail.NextAttemptAt = next;
            await Row(work.Context, item).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.DueAt, next).SetProperty(row => row.ClaimedBy, (string?)null).SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null), cancellationToken);
            return;
        }

        if (state == OutboxState.Sent) mail.SentAt = work.Now;
        else if (mail is { Kind: MailKind.NeedsRebooking, VisitId: { } visitId }) await CallInsteadAsync(work, visitId, cancellationToken);
        await Row(work.Context, item).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>No mail reaches who lost the place: somebody must call.</summary>
    private static async Task CallInsteadAsync(Work work, Guid visitId, CancellationToken cancellationToken)
    {
        var cardId = await work.Context.Reservations.Where(row => row.VisitId == visitId && row.State == ReservationState.NeedsRebooking)
            .OrderBy(row => row.Ordinal).Select(row => (Guid?)row.CardId).FirstOrDefaultAsync(cancellationToken);
        if (cardId is { } id) await work.AddCallAsync(new NewCall(CallReason.NeedsRebooking, id, visitId), cancellationToken);
    }

    private static IQueryable<WorkItem> Row(TewatashiContext context, WorkItem item) =>
        context.WorkItems.Where(row => row.Municipality == item.Municipality && row.Kind == WorkKind.SendMail && row.SubjectId == item.SubjectId);
}
