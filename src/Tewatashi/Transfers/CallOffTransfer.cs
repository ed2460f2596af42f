using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.Transfers;

/// <summary>An order that staff made by scan is called off, while the card is not in a parcel. Orders of bookings end with the booking.</summary>
[UseCase(UsedBy.Staff)]
public sealed class CallOffTransfer(Database database)
{
    public sealed record Request(Guid OrderId);

    /// <summary>False: it ended, a booking asks for it, or the card is on its way.</summary>
    public Task<bool> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.CallOffTransfer, async work =>
        {
            var order = await work.Context.TransferOrders.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.OrderId && row.VisitId == null, cancellationToken);
            if (order is null) return work.Refuse(false);
            if (await work.Context.TransferOrders.Where(row => row.Id == order.Id && row.State == TransferState.Ordered
                && !work.Context.Cards.Any(card => card.Id == row.CardId && card.PlaceKind == PlaceKind.Transit)).ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.State, TransferState.Cancelled)
                    .SetProperty(row => row.EndedAt, work.Now)
                    .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken) == 0) return work.Refuse(false);
            work.Record("Cancelled", order.CardId, others: [order.Id]);
            return true;
        }, cancellationToken: cancellationToken);
}
