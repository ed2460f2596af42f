using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.Transfers;

/// <summary>Shows which orders of a selection could be called off before it is done, and why some could not. Changes nothing.</summary>
[UseCase(UsedBy.Staff)]
public sealed class PreviewCallOffs(Database database)
{
    /// <param name="OrderIds">At most <see cref="CallOffTransfers.MostOrders"/>.</param>
    public sealed record Request(IReadOnlyList<Guid> OrderIds);

    /// <param name="LeftOut">Null: it could be called off.</param>
    public sealed record Line(Guid OrderId, Guid CardId, SerialNumber SerialNumber, string To, DateOnly NeededOn, CallOffRefusal? LeftOut);

    public Task<IReadOnlyList<Line>> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.OrderIds.Count > CallOffTransfers.MostOrders) throw new ArgumentException("Too many orders at once.", nameof(request));
        return database.WriteAsync<IReadOnlyList<Line>>(caller with { OperationId = null }, OperationKind.ViewTransfers, async work =>
        {
            var rows = await (
                from order in work.Context.TransferOrders
                where request.OrderIds.Contains(order.Id)
                join card in work.Context.Cards on order.CardId equals card.Id
                join aim in work.Context.Locations on order.ToBuildingId equals aim.Id
                orderby order.NeededOn, card.SerialNumber, order.Id
                select new { Order = order, card.SerialNumber, card.PlaceKind, aim.Name }).AsNoTracking().ToListAsync(cancellationToken);
            work.Record("Viewed", null, FormattableString.Invariant($"{rows.Count}"), rows.Select(row => row.Order.CardId));
            return
            [
                .. rows.Select(row => new Line(row.Order.Id, row.Order.CardId, row.SerialNumber, row.Name, row.Order.NeededOn, row switch
                {
                    { Order.State: not TransferState.Ordered } => CallOffRefusal.Over,
                    { Order.VisitId: not null } => CallOffRefusal.Booked,
                    { PlaceKind: PlaceKind.Transit } => CallOffRefusal.OnTheWay,
                    _ => null,
                })),
            ];
        }, cancellationToken: cancellationToken);
    }
}
