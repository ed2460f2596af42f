using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.Notices;

/// <summary>
/// 封入照合: our paper and the maker's postcard, both scanned or typed, belong to the same card. A wrong pair would tell a stranger a
/// password: it is refused and recorded. Either may be read first.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class MatchNotice(Database database)
{
    /// <param name="Paper">受付番号 or QR of our paper.</param>
    /// <param name="Postcard">製造管理番号 of the maker's postcard.</param>
    public sealed record Request(NoticeCode Paper, NoticeCode Postcard);

    public abstract record Outcome;

    /// <param name="Left">Papers of its batch that are still to be matched.</param>
    public sealed record Matched(SerialNumber SerialNumber, int Left) : Outcome;

    public sealed record AlreadyMatched(SerialNumber SerialNumber, int Left) : Outcome;

    /// <summary>The two belong to different cards: take them apart.</summary>
    public sealed record WrongPair : Outcome;

    /// <summary>No notice has this number: mistyped, or another municipality's.</summary>
    public sealed record UnknownPaper : Outcome;

    /// <summary>An older paper whose password no longer opens anything: destroy it.</summary>
    public sealed record OutdatedPaper : Outcome;

    /// <summary>Nobody has confirmed yet that this paper came out well.</summary>
    public sealed record NotConfirmed : Outcome;

    public sealed record AlreadySent : Outcome;

    /// <summary>Both are numbers of the same kind, so nothing was compared.</summary>
    public sealed record SameKind : Outcome;

    /// <summary>One of the two is no number of ours.</summary>
    public sealed record Unreadable : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) => request switch
    {
        { Paper: NoticeCode.Reception paper, Postcard: NoticeCode.Serial postcard } => MatchAsync(paper, postcard, caller, cancellationToken),
        { Paper: NoticeCode.Serial postcard, Postcard: NoticeCode.Reception paper } => MatchAsync(paper, postcard, caller, cancellationToken),
        { Paper: NoticeCode.Reception, Postcard: NoticeCode.Reception } or { Paper: NoticeCode.Serial, Postcard: NoticeCode.Serial } =>
            Task.FromResult<Outcome>(new SameKind()),
        _ => Task.FromResult<Outcome>(new Unreadable()),
    };

    private Task<Outcome> MatchAsync(NoticeCode.Reception paper, NoticeCode.Serial postcard, Caller caller, CancellationToken cancellationToken) =>
        // The same pair twice is a matched pair.
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.MatchNotice, async work =>
        {
            var found = await NoticeSearch.FindAsync(work.Context, paper, cancellationToken);
            if (found is not { Notice: { } notice }) return work.Refuse(new UnknownPaper());
            if (found.SerialNumber != postcard.Number)
            {
                work.AbandonRecording(nameof(WrongPair), notice.CardId);
                return new WrongPair();
            }

            if (notice.State == NoticeState.Withdrawn) return work.Refuse(new OutdatedPaper());
            if (notice.State != NoticeState.Printed) return work.Refuse(new AlreadySent());
            if (notice.PrintConfirmedAt is null) return work.Refuse(new NotConfirmed());
            var left = await work.Context.Notices.CountAsync(
                row => row.BatchId == notice.BatchId && row.Id != notice.Id && row.State == NoticeState.Printed && row.MatchedAt == null, cancellationToken);
            if (notice.MatchedAt is not null) return work.Refuse(new AlreadyMatched(found.SerialNumber, left));
            var matched = await work.Context.Notices
                .Where(row => row.Id == notice.Id && row.State == NoticeState.Printed && row.Version == notice.Version)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.MatchedAt, work.Now).SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (matched == 0) return work.Refuse(new NotConfirmed()); // printed again this very moment
            work.Record("Matched", notice.CardId);
            return new Matched(found.SerialNumber, left);
        }, cancellationToken: cancellationToken);
}
