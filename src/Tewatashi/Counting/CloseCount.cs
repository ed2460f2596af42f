using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.Counting;

/// <summary>
/// Ends a count and compares what was scanned with the books. A card that was moved out of or into the place by scan while it was counted is
/// neither missing nor misplaced: both its sides are known.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class CloseCount(Database database)
{
    public sealed record Request(Guid CountId);

    public abstract record Outcome;

    public sealed record Closed(int Labels, int Missing, int Misplaced, int Extra) : Outcome;

    /// <summary>It ended before, or was not begun, or is not there.</summary>
    public sealed record NotOpen : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.CloseCount, async work =>
        {
            var context = work.Context;
            var closed = await context.StockCounts.Where(row => row.Id == request.CountId && row.State == CountState.Open).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, CountState.Closed)
                .SetProperty(row => row.EndedAt, work.Now)
                .SetProperty(row => row.EndedBy, caller.Actor.Id)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (closed == 0) return work.Refuse(new NotOpen());
            var count = await context.StockCounts.AsNoTracking().SingleAsync(row => row.Id == request.CountId, cancellationToken);
            var scans = await context.CountScans.AsNoTracking().Where(row => row.CountId == count.Id).ToListAsync(cancellationToken);
            var findings = await CompareAsync(work, count, scans, cancellationToken);
            context.AddRange(findings);
            var outcome = new Closed(scans.Count, Of(FindingKind.Missing), Of(FindingKind.Misplaced), Of(FindingKind.Extra));
            work.Record("Closed", count.Id, FormattableString.Invariant($"{outcome.Labels} -{outcome.Missing} ~{outcome.Misplaced} +{outcome.Extra}"), findings.Select(row => row.CardId).OfType<Guid>());
            return outcome;

            int Of(FindingKind kind) => findings.Count(row => row.Kind == kind);
        }, cancellationToken: cancellationToken);

    private static async Task<List<CountFinding>> CompareAsync(Work work, StockCount count, IReadOnlyList<CountScan> scans, CancellationToken cancellationToken)
    {
        var context = work.Context;
        // The cards first, the movements after: a pick that commits between the two is seen as a movement.
        var scanned = scans.Select(scan => scan.SerialNumber).ToHashSet();
        var here = await context.Cards.AsNoTracking().Where(row => row.LocationId == count.LocationId).ToListAsync(cancellationToken);
        var known = await (
            from scan in context.CountScans
            where scan.CountId == count.Id
            join card in context.Cards on scan.SerialNumber equals card.SerialNumber
            select card).AsNoTracking().ToDictionaryAsync(row => row.SerialNumber, cancellationToken);
        var moved = (await context.Movements
            .Where(row => row.At >= count.OpenedAt && (row.FromLocationId == count.LocationId || row.ToLocationId == count.LocationId))
            .Select(row => row.CardId).ToListAsync(cancellationToken)).ToHashSet();
        return
        [
            .. here.Where(card => !scanned.Contains(card.SerialNumber) && !moved.Contains(card.Id)).Select(card => Finding(FindingKind.Missing, card.SerialNumber, card)),
            .. scans.Where(scan => !known.ContainsKey(scan.SerialNumber)).Select(scan => Finding(FindingKind.Extra, scan.SerialNumber, card: null)),
            .. known.Values.Where(card => card.LocationId != count.LocationId && !moved.Contains(card.Id))
                .Select(card => Finding(IsOurs(card) ? FindingKind.Misplaced : FindingKind.Extra, card.SerialNumber, card)),
        ];

        CountFinding Finding(FindingKind kind, SerialNumber serial, Card? card) => new()
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            CountId = count.Id,
            Kind = kind,
            SerialNumber = serial,
            CardId = card?.Id,
            BooksKind = card?.PlaceKind,
            BooksLocationId = card?.LocationId,
            BooksCounterId = card?.TrayCounterId,
        };
    }

    /// <summary>Still in the office's hands, as the books say.</summary>
    private static bool IsOurs(Card card) => card.Progress.WasInspected() && !card.Progress.IsOver();
}
