using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Notices;

/// <summary>返戻: the post brought a notice back. Its number still opens: the resident may have learnt of it; sending it again ends it.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ReturnNotice(Database database)
{
    /// <param name="Code">受付番号, QR or 製造管理番号 of what came back.</param>
    /// <param name="ReturnedOn">The day it came: today or, entered later, a day since it was sent.</param>
    public sealed record Request(NoticeCode Code, ReturnReason Reason, DateOnly ReturnedOn);

    public abstract record Outcome;

    public sealed record Returned(Guid CardId, SerialNumber SerialNumber) : Outcome;

    public sealed record AlreadyReturned(Guid CardId, SerialNumber SerialNumber) : Outcome;

    /// <summary>It was never sent by us: printed at most.</summary>
    public sealed record NotSent(SerialNumber SerialNumber) : Outcome;

    /// <summary>A newer notice, or the hand-over, took its place already: nothing to record; destroy the paper.</summary>
    public sealed record Outdated(Guid CardId, SerialNumber SerialNumber) : Outcome;

    public sealed record WrongDay(DateOnly Earliest, DateOnly Latest) : Outcome;

    public sealed record Unknown : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        // Read twice, it was returned once.
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.ReturnNotice, async work =>
        {
            if (await NoticeSearch.FindAsync(work.Context, request.Code, cancellationToken) is not var (notice, serial)) return work.Refuse(new Unknown());
            if (notice.State == NoticeState.Withdrawn) return work.Refuse(new Outdated(notice.CardId, serial));
            if (notice.State == NoticeState.Returned) return work.Refuse(new AlreadyReturned(notice.CardId, serial));
            if (notice.State != NoticeState.Sent || notice.SentOn is not { } sentOn) return work.Refuse(new NotSent(serial));
            var today = JapanTime.DateOf(work.Now);
            if (request.ReturnedOn < sentOn || request.ReturnedOn > today) return work.Refuse(new WrongDay(sentOn, today));
            var returned = await work.StepAsync(notice, NoticeStep.Return, cancellationToken, set => set
                .SetProperty(row => row.ReturnedOn, request.ReturnedOn).SetProperty(row => row.ReturnReason, request.Reason));
            if (!returned) return work.Refuse(new AlreadyReturned(notice.CardId, serial)); // the only step that races here is the same one, or a newer notice
            work.Record("Returned", notice.CardId, request.Reason.ToString());
            return new Returned(notice.CardId, serial);
        }, cancellationToken: cancellationToken);
}
