using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Transfers;

/// <summary>Makes and ends 移送の指示 in the transaction of the booking that asks for them.</summary>
internal static class TransferOrders
{
    /// <summary>For a visit just booked. Costs nothing where no card lies elsewhere.</summary>
    public static async Task OrderAsync(
        this Work work, Guid visitId, Guid toBuildingId, DateOnly neededOn, IReadOnlyCollection<TransferNeed> needs, CancellationToken cancellationToken)
    {
        if (needs.Count == 0) return;
        var ids = needs.Select(need => need.CardId).ToList();
        // A former booking's order would stand in the way of this one.
        await EndAsync(work, work.Context.TransferOrders.Where(row => ids.Contains(row.CardId)), TransferState.Cancelled, cancellationToken);
        var paths = needs.Select(need => need.From).Distinct().ToList();
        var offices = await work.Context.Locations.AsNoTracking().Where(row => row.Kind == LocationKind.Building && paths.Contains(row.Path))
            .ToDictionaryAsync(row => row.Path, row => row.Id, cancellationToken);
        foreach (var need in needs)
        {
            work.Context.Add(new TransferOrder
            {
                Municipality = work.Municipality,
                Id = Ids.New(),
                CardId = need.CardId,
                VisitId = visitId,
                FromBuildingId = offices[need.From],
                ToBuildingId = toBuildingId,
                NeededOn = neededOn,
                State = TransferState.Ordered,
                OrderedAt = work.Now,
            });
        }
    }

    /// <summary>By staff, for no visit: the card should be there on this day.</summary>
    public static void OrderByStaff(this Work work, Guid cardId, Guid fromBuildingId, Guid toBuildingId, DateOnly neededOn) => work.Context.Add(new TransferOrder
    {
        Municipality = work.Municipality,
        Id = Ids.New(),
        CardId = cardId,
        VisitId = null,
        FromBuildingId = fromBuildingId,
        ToBuildingId = toBuildingId,
        NeededOn = neededOn,
        State = TransferState.Ordered,
        OrderedAt = work.Now,
    });

    /// <summary>For a visit whose office, day or people changed: what is needed no more is called off, what stays gets the new day.</summary>
    public static async Task OrderAnewAsync(
        this Work work, Guid visitId, Guid toBuildingId, DateOnly neededOn, IReadOnlyCollection<TransferNeed> needs, CancellationToken cancellationToken)
    {
        var there = await work.Context.TransferOrders.AsNoTracking()
            .Where(row => row.VisitId == visitId && row.State == TransferState.Ordered).ToListAsync(cancellationToken);
        var stays = there.Where(order => order.ToBuildingId == toBuildingId && needs.Any(need => need.CardId == order.CardId)).ToList();
        var staying = stays.ConvertAll(order => order.Id);
        if (there.Count > stays.Count)
        {
            await EndAsync(work, work.Context.TransferOrders.Where(row => row.VisitId == visitId && !staying.Contains(row.Id)), TransferState.Cancelled, cancellationToken);
        }

        if (stays.Exists(order => order.NeededOn != neededOn))
        {
            await work.Context.TransferOrders.Where(row => staying.Contains(row.Id) && row.State == TransferState.Ordered).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.NeededOn, neededOn)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        }

        await work.OrderAsync(visitId, toBuildingId, neededOn, [.. needs.Where(need => !stays.Exists(order => order.CardId == need.CardId))], cancellationToken);
    }

    /// <summary>Nobody waits there any more for any card of these visits.</summary>
    public static Task CancelTransfersOfVisitAsync(this Work work, Guid visitId, CancellationToken cancellationToken) =>
        EndAsync(work, work.Context.TransferOrders.Where(row => row.VisitId == visitId), TransferState.Cancelled, cancellationToken);

    /// <summary>Nobody waits there any more for these cards.</summary>
    public static Task CancelTransfersOfCardsAsync(this Work work, IReadOnlyCollection<Guid> cardIds, CancellationToken cancellationToken) =>
        EndAsync(work, work.Context.TransferOrders.Where(row => cardIds.Contains(row.CardId)), TransferState.Cancelled, cancellationToken);

    /// <summary>The card lies in the office to which it was ordered, or was taken from a shelf there.</summary>
    public static Task ArriveTransferAsync(this Work work, Guid cardId, CancellationToken cancellationToken) =>
        EndAsync(work, work.Context.TransferOrders.Where(row => row.CardId == cardId), TransferState.Arrived, cancellationToken);

    private static Task<int> EndAsync(Work work, IQueryable<TransferOrder> orders, TransferState state, CancellationToken cancellationToken) =>
        orders.Where(row => row.State == TransferState.Ordered).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, state)
            .SetProperty(row => row.EndedAt, work.Now)
            .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
}
