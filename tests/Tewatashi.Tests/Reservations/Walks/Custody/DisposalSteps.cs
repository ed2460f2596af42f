using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Disposal;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations.Walks.Custody;

/// <summary>起案, 決裁, 廃止登録, 裁断 with a witness, and cards that go back to their maker.</summary>
internal sealed class DisposalSteps(CustodyFloor floor)
{
    public IEnumerable<WalkSteps.Step> All =>
    [
        new("propose a disposal", 4, ProposeAsync),
        new("approve a disposal", 4, ApproveAsync),
        new("leave a card out of a disposal", 1, LeaveOutAsync),
        new("abolish", 6, AbolishAsync),
        new("scan for destruction", 6, ScanAsync),
        new("destroy", 1, DestroyAsync),
        new("close a disposal", 2, CloseAsync),
        new("give up a disposal", 1, GiveUpAsync),
        new("return to the maker", 1, ReturnAsync),
    ];

    private async Task<string> ProposeAsync(Walker walker)
    {
        var cards = await walker.Office.SeeAsync(context => context.Cards.Where(row => row.Suspension != null).OrderByDescending(row => row.SuspendedAt).ThenBy(row => row.Id).Select(row => row.Id).Take(4).ToListAsync());
        cards.Add(walker.Card().Id);
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<ProposeDisposal>().RunAsync(new(cards), caller, CancellationToken.None));
    }

    private async Task<string> ApproveAsync(Walker walker)
    {
        if (await InStateAsync(walker, DisposalState.Proposed) is not { } batch) return CustodySteps.Nothing;
        var approver = walker.Staff() with { Actor = Actor.Staff(floor.Second.Member.Id, nameof(StaffRoles.Admin)) };
        return await walker.PressAsync(approver, caller => walker.Office.Staff<ApproveDisposal>().RunAsync(new(batch.Id, batch.Version), caller, CancellationToken.None));
    }

    private async Task<string> LeaveOutAsync(Walker walker) => await CardAsync(walker, DisposalCardState.Chosen) is var (card, row)
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<LeaveOutOfDisposal>().RunAsync(new(row.BatchId, card.Id), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private async Task<string> AbolishAsync(Walker walker) => await CardAsync(walker, DisposalCardState.Chosen) is var (card, row)
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<AbolishCards>().RunAsync(new(row.BatchId, card.SerialNumber), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private async Task<string> ScanAsync(Walker walker) => await CardAsync(walker, DisposalCardState.Abolished) is var (card, row)
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<ScanForDestruction>().RunAsync(new(row.BatchId, card.SerialNumber), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private async Task<string> DestroyAsync(Walker walker) => await InStateAsync(walker, DisposalState.Approved) is { } batch
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<DestroyCards>().RunAsync(new(batch.Id, floor.Second.Signature), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private async Task<string> CloseAsync(Walker walker) => await InStateAsync(walker, DisposalState.Approved) is { } batch
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<CloseDisposal>().RunAsync(new(batch.Id), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private async Task<string> GiveUpAsync(Walker walker) => await floor.RowAsync<DisposalBatch>(walker, row => row.EndedAt == null, row => row.Id) is { } batch
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<GiveUpDisposal>().RunAsync(new(batch.Id), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private async Task<string> ReturnAsync(Walker walker)
    {
        if (await floor.CardAsync(walker, row => row.Suspension == Suspension.Defective) is not { } card) return CustodySteps.Nothing;
        var reason = walker.OneOf(Enum.GetValues<MakerReturnReason>());
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<ReturnToMaker>().RunAsync(new(card.Id, card.SerialNumber, reason, floor.Second.Signature), caller, CancellationToken.None));
    }

    private Task<DisposalBatch?> InStateAsync(Walker walker, DisposalState state) => floor.RowAsync<DisposalBatch>(walker, row => row.State == state, row => row.Id);

    private async Task<(Card Card, DisposalCard Row)?> CardAsync(Walker walker, DisposalCardState state)
    {
        if (await floor.RowAsync<DisposalCard>(walker, row => row.State == state, row => row.BatchId) is not { } row) return null;
        return (await walker.Office.SeeAsync(context => context.Cards.AsNoTracking().SingleAsync(card => card.Id == row.CardId)), row);
    }
}
