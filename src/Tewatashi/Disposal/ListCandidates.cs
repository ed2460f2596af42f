using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Municipalities;
using Tewatashi.Time;

namespace Tewatashi.Disposal;

/// <summary>廃棄の候補: each with why it is one and since when; by 製造管理番号, without names. The view is recorded.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ListCandidates(Database database)
{
    /// <param name="On">Cards that nobody came for are candidates too: a rule of the municipality.</param>
    /// <param name="Total">All that were asked for; so many as one proposal takes are listed.</param>
    public sealed record View(bool On, int? MonthsAfterFirst, int? MonthsAfterReminder, int Total, IReadOnlyList<DisposalCandidate> Candidates);

    public Task<View> RunAsync(ListAsk ask, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ListCandidates, async work =>
        {
            var settings = await work.Context.RulesOnAsync(JapanTime.DateOf(work.Now), cancellationToken);
            var candidates = CandidateList.Select(await Candidates.LoadAsync(work.Context, work.Now, null, cancellationToken), ask);
            var shown = candidates.Take(DisposalBatch.MostCards).ToList();
            work.Record("Viewed", detail: FormattableString.Invariant($"{candidates.Count} {SeeList.Words(ask.Filter)}").TrimEnd(), others: shown.Select(row => row.CardId));
            return new View(settings.DisposalOn, settings.DisposalMonthsAfterFirst, settings.DisposalMonthsAfterReminder, candidates.Count, shown);
        }, cancellationToken: cancellationToken);
}
