using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Cards;
using Tewatashi.Time;

namespace Tewatashi.Disposal;

/// <summary>The proposals, those that go on first. Counts alone, of nobody's record.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ListDisposals(Database database)
{
    public const int Most = 100;

    public sealed record Line(DisposalBatch Batch, int Cards, int Abolished, int Destroyed, int Dropped);

    public Task<List<Line>> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            var batches = await context.DisposalBatches.AsNoTracking().OrderBy(row => row.EndedAt != null).ThenByDescending(row => row.ProposedAt).Take(Most).ToListAsync(cancellationToken);
            var ids = batches.ConvertAll(row => row.Id);
            var counts = (await context.DisposalCards.Where(row => ids.Contains(row.BatchId)).GroupBy(row => new { row.BatchId, row.State })
                .Select(group => new { group.Key.BatchId, group.Key.State, Count = group.Count() }).ToListAsync(cancellationToken)).ToLookup(row => row.BatchId);
            return batches.ConvertAll(batch => new Line(batch, counts[batch.Id].Sum(row => row.Count),
                Of(batch.Id, DisposalCardState.Abolished, DisposalCardState.Scanned), Of(batch.Id, DisposalCardState.Destroyed), Of(batch.Id, DisposalCardState.DroppedOut)));

            int Of(Guid batch, params DisposalCardState[] states) => counts[batch].Where(row => states.Contains(row.State)).Sum(row => row.Count);
        }, cancellationToken);

    /// <summary>The daily queue: cards on 保留 for good since a day before today that nobody has proposed to destroy, and abolished ones that are not destroyed.</summary>
    public Task<int> WaitingAsync(MunicipalityCode municipality, CancellationToken cancellationToken)
    {
        var today = JapanTime.StartOf(JapanTime.Today(database.Clock));
        return database.ReadAsync(municipality, context => context.Cards.CountAsync(card =>
            (card.Suspension == Suspension.MovedOut || card.Suspension == Suspension.MovedAbroad || card.Suspension == Suspension.Deceased || card.Suspension == Suspension.Withdrawn || card.Suspension == Suspension.Abolished)
            && (card.Progress == CardProgress.Inspected || card.Progress == CardProgress.Prepared || card.Progress == CardProgress.PinSet)
            && (card.PlaceKind == PlaceKind.None || card.PlaceKind == PlaceKind.Storage || card.PlaceKind == PlaceKind.Tray)
            && (card.SuspendedAt == null || card.SuspendedAt < today)
            && !context.Reservations.Any(live => live.CardId == card.Id && (live.State == ReservationState.Booked || live.State == ReservationState.CheckedIn || live.State == ReservationState.NeedsRebooking))
            && (card.Suspension == Suspension.Abolished || !context.DisposalCards.Any(row => row.CardId == card.Id && row.EndedAt == null)), cancellationToken), cancellationToken);
    }
}
