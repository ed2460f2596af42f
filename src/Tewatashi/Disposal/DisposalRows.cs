using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.Disposal;

/// <summary>What the steps of a disposal share.</summary>
internal static class DisposalRows
{
    public static readonly DisposalCardState[] Running = [DisposalCardState.Chosen, DisposalCardState.Abolished, DisposalCardState.Scanned];

    /// <summary>Takes the row of a batch in a state, so that its steps come one after the other; false where it is not in it.</summary>
    public static async Task<bool> TakeTurnAsync(Work work, Guid batchId, DisposalState state, CancellationToken cancellationToken) =>
        await work.Context.DisposalBatches.Where(row => row.Id == batchId && row.State == state)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state), cancellationToken) == 1;

    /// <summary>外れる: the card goes on as it is, without this proposal.</summary>
    public static void Drop(Work work, DisposalCard row, DisposalDrop reason)
    {
        row.State = DisposalCardState.DroppedOut;
        row.DropReason = reason;
        row.EndedAt = work.Now;
        row.EndedBy = Guid.Parse(work.Caller.Actor.Id);
    }

    /// <summary>Drops those of these rows whose cards may not be destroyed any more.</summary>
    public static async Task<List<DroppedCard>> DropChangedAsync(Work work, IReadOnlyCollection<DisposalCard> rows, CancellationToken cancellationToken)
    {
        var drops = await Candidates.DropsAsync(work, rows, cancellationToken);
        foreach (var row in rows)
        {
            if (drops.TryGetValue(row.CardId, out var reason)) Drop(work, row, reason);
        }

        var ids = drops.Keys.ToList();
        var serials = await work.Context.Cards.Where(card => ids.Contains(card.Id)).Select(card => new { card.Id, card.SerialNumber }).ToListAsync(cancellationToken);
        return [.. serials.Select(card => new DroppedCard(card.SerialNumber, drops[card.Id])).OrderBy(card => card.SerialNumber.Value, StringComparer.Ordinal)];
    }
}
