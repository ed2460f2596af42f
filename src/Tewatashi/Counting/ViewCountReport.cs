using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Counting;

/// <summary>The report of a closed count: missing, misplaced and extra cards by 製造管理番号, without names, each with where the books say it lies. The view is recorded.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ViewCountReport(Database database)
{
    public sealed record Request(Guid CountId);

    /// <param name="CardId">Null: no such card is known.</param>
    /// <param name="Books">Where the books said it was at closing.</param>
    /// <param name="MovedSince">A scan has moved it since: it was in somebody's hands.</param>
    public sealed record Line(Guid FindingId, Guid? CardId, SerialNumber SerialNumber, FindingKind Kind, string Books, CardProgress? Progress, FindingEnd? End, bool MovedSince)
    {
        public bool IsOpen => End is null && !MovedSince;
    }

    public abstract record Outcome;

    /// <param name="Labels">How many labels were scanned.</param>
    public sealed record Shown(Guid CountId, LocationWords Place, CountReason Reason, DateTimeOffset ClosedAt, int Labels, IReadOnlyList<Line> Lines) : Outcome;

    /// <summary>Still being counted: nothing is shown, for the count is blind.</summary>
    public sealed record NotClosed(CountState State) : Outcome;

    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.ViewCountReport, async work =>
        {
            var context = work.Context;
            if (await context.StockCounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.CountId, cancellationToken) is not { } count) return work.Refuse(new NotFound());
            if (count.State != CountState.Closed) return work.Refuse(new NotClosed(count.State));
            var closedAt = count.EndedAt!.Value; // a closed count has ended: a check of the table
            var findings = await context.CountFindings.AsNoTracking().Where(row => row.CountId == count.Id).ToListAsync(cancellationToken);
            var serials = findings.ConvertAll(row => row.SerialNumber);
            // By the number: a card nobody knew may have been brought in since.
            var known = await context.Cards.Where(row => serials.Contains(row.SerialNumber)).Select(row => new { row.SerialNumber, row.Id, row.Progress })
                .ToDictionaryAsync(row => row.SerialNumber, cancellationToken);
            var cards = known.Values.Select(card => card.Id).ToList();
            var moved = (await context.Movements.Where(row => cards.Contains(row.CardId) && row.At >= closedAt).Select(row => row.CardId).ToListAsync(cancellationToken)).ToHashSet();
            var words = await LocationWords.OfAsync(context, [.. findings.Select(row => row.BooksLocationId).OfType<Guid>().Append(count.LocationId).Distinct()], cancellationToken);
            var counters = await context.Counters.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
            var labels = await context.CountScans.CountAsync(row => row.CountId == count.Id, cancellationToken);
            work.Record("Viewed", count.Id, others: cards);
            return new Shown(count.Id, words[count.LocationId], count.Reason, closedAt, labels,
            [
                .. findings.OrderBy(row => row.Kind).ThenBy(row => row.SerialNumber.Value, StringComparer.Ordinal)
                    .Select(row => (Finding: row, Card: known.GetValueOrDefault(row.SerialNumber)))
                    .Select(row => new Line(
                        row.Finding.Id, row.Card?.Id, row.Finding.SerialNumber, row.Finding.Kind, Books(row.Finding), row.Card?.Progress, row.Finding.EndReason, row.Card is { } card && moved.Contains(card.Id))),
            ]);

            string Books(CountFinding row) => row switch
            {
                { BooksLocationId: { } location } => words[location] is var place ? $"{place.Path} {place.Words}" : "",
                { BooksCounterId: { } counter } => $"{counters[counter]}のトレイ",
                { BooksKind: { } kind } => kind.Name(),
                _ => "登録のないカード",
            };
        }, cancellationToken: cancellationToken);
}
