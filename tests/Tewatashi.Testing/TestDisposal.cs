using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Disposal;
using Tewatashi.Reservations;
using Tewatashi.Staff;

namespace Tewatashi.Testing;

/// <summary>Cards on their way to the shredder, each step through its use case.</summary>
public static class TestDisposal
{
    /// <summary>Puts a card on 保留.</summary>
    public static async Task SuspendAsync(this TestOffice office, Guid cardId, Suspension reason)
    {
        var outcome = await office.Staff<SuspendCard>().RunAsync(new(cardId, reason), office.ByStaff(), CancellationToken.None);
        if (outcome is not SuspendCard.Suspended) throw new InvalidOperationException($"Not suspended: {outcome}.");
    }

    /// <summary>Proposes these cards.</summary>
    public static async Task<Guid> ProposeAsync(this TestOffice office, params Guid[] cards) =>
        await office.Staff<ProposeDisposal>().RunAsync(new(cards), office.ByStaff(), CancellationToken.None) is ProposeDisposal.Proposed proposed
            ? proposed.BatchId
            : throw new InvalidOperationException("Not proposed.");

    /// <summary>決裁 by somebody else.</summary>
    public static async Task<ApproveDisposal.Outcome> ApproveAsync(this TestOffice office, Guid batch, Guid approver) =>
        await office.Staff<ApproveDisposal>().RunAsync(
            new(batch, await office.SeeAsync(context => context.DisposalBatches.Where(row => row.Id == batch).Select(row => row.Version).SingleAsync())), office.By(approver), CancellationToken.None);

    public static Task<AbolishCards.Outcome> AbolishAsync(this TestOffice office, Guid batch, Card card) =>
        office.Staff<AbolishCards>().RunAsync(new(batch, card.SerialNumber), office.ByStaff(), CancellationToken.None);

    public static Task<ScanForDestruction.Outcome> ScanForDestructionAsync(this TestOffice office, Guid batch, Card card) =>
        office.Staff<ScanForDestruction>().RunAsync(new(batch, card.SerialNumber), office.ByStaff(), CancellationToken.None);

    public static Task<DestroyCards.Outcome> DestroyAsync(this TestOffice office, Guid batch, SecondSignature witness) =>
        office.Staff<DestroyCards>().RunAsync(new(batch, witness), office.ByStaff(), CancellationToken.None);

    /// <summary>An administrator with that id.</summary>
    public static Caller By(this TestOffice office, Guid member) => office.ByStaff() with { Actor = Actor.Staff(member, nameof(StaffRoles.Admin)) };

    /// <summary>The whole way of a card that is on 保留 for good.</summary>
    public static async Task<Guid> DisposeOfAsync(this TestOffice office, Card card, Suspension reason, (StaffMember Member, SecondSignature Signature) second)
    {
        await office.SuspendAsync(card.Id, reason);
        var batch = await office.ProposeAsync(card.Id);
        await office.ApproveAsync(batch, second.Member.Id);
        await office.AbolishAsync(batch, card);
        await office.ScanForDestructionAsync(batch, card);
        if (await office.DestroyAsync(batch, second.Signature) is not DestroyCards.Destroyed { Cards: 1 }) throw new InvalidOperationException("Not destroyed.");
        return batch;
    }
}
