using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Disposal;
using Tewatashi.Staff;

namespace Tewatashi.Bench.Year;

/// <summary>The end of the year: proposed, approved by another, abolished, scanned, destroyed before a witness, closed.</summary>
internal sealed class YearDisposal(YearOffice office, CancellationToken cancellationToken)
{
    public async Task RunAsync()
    {
        var cards = await office.SeeAsync(context => context.Cards.Where(row => row.Suspension == Suspension.MovedOut).OrderBy(row => row.Id).Take(DisposalBatch.MostCards)
            .Select(row => new { row.Id, row.SerialNumber }).ToListAsync(cancellationToken));
        if (await office.Use<ProposeDisposal>().RunAsync(new([.. cards.Select(card => card.Id)]), office.By(), cancellationToken) is not ProposeDisposal.Proposed proposed) return;
        var (batch, approver) = (proposed.BatchId, office.By() with { Actor = Actor.Staff(office.Second.Id, nameof(StaffRoles.Admin)) });
        var version = await office.SeeAsync(context => context.DisposalBatches.Where(row => row.Id == batch).Select(row => row.Version).SingleAsync(cancellationToken));
        await office.Use<ApproveDisposal>().RunAsync(new(batch, version), approver, cancellationToken);
        foreach (var card in cards)
            await office.Times.RunAsync("abolish", () => office.Use<AbolishCards>().RunAsync(new(batch, card.SerialNumber), office.By(), cancellationToken));
        foreach (var card in cards)
        {
            if (await ScanAsync(batch, card.SerialNumber) is not ScanForDestruction.Enough) continue;
            await DestroyAsync(batch);
            await ScanAsync(batch, card.SerialNumber);
        }

        await DestroyAsync(batch);
        if (await office.Use<CloseDisposal>().RunAsync(new(batch), office.By(), cancellationToken) is var closing and not CloseDisposal.Closed)
            throw new InvalidOperationException($"The disposal does not close: {closing}.");
    }

    private Task<ScanForDestruction.Outcome> ScanAsync(Guid batch, SerialNumber serial) =>
        office.Times.RunAsync("scan for destruction", () => office.Use<ScanForDestruction>().RunAsync(new(batch, serial), office.By(), cancellationToken));

    // The witness signs for so many at a time as one can watch.
    private async Task DestroyAsync(Guid batch)
    {
        var outcome = await office.Times.RunAsync("destroy", () => office.Use<DestroyCards>().RunAsync(new(batch, office.Second.Signature), office.By(), cancellationToken));
        if (outcome is not DestroyCards.Destroyed) throw new InvalidOperationException($"Nothing was destroyed: {outcome}.");
    }
}
