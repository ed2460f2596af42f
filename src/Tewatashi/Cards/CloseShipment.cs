using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Cards;

/// <summary>
/// 受入の完了: closes a delivery only when every card of its list was scanned, so that no card leaves with the empty box. Otherwise
/// refused, naming what is missing.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class CloseShipment(Database database)
{
    /// <summary>So many missing cards are named; the list page shows all.</summary>
    public const int MostNamed = 50;

    public sealed record Request(Guid ShipmentId);

    public abstract record Outcome;

    public sealed record Closed(int Cards) : Outcome;

    /// <param name="Missing">The first of them in the order of the list.</param>
    public sealed record NotBalanced(ShipmentCount Count, IReadOnlyList<ViewShipment.Row> Missing) : Outcome;

    public sealed record NotReceiving(ShipmentState State) : Outcome;

    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.CloseShipment, async work =>
        {
            var now = work.Now;
            var shipments = work.Context.Shipments.Where(row => row.Id == request.ShipmentId);
            // Closed first and undone where it does not balance: from here on no scan and no import can slip in between.
            var closed = await shipments.Where(row => row.State == ShipmentState.Receiving).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, ShipmentState.Closed)
                .SetProperty(row => row.ClosedAt, now)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (closed == 0)
            {
                var state = await shipments.Select(row => (ShipmentState?)row.State).SingleOrDefaultAsync(cancellationToken);
                work.Abandon();
                return state is { } known ? new NotReceiving(known) : new NotFound();
            }

            var count = await ShipmentCount.OfAsync(work.Context, request.ShipmentId, cancellationToken);
            if (!count.Balances)
            {
                var missing = await ViewShipment.RowsAsync(
                    work.Context,
                    work.Context.Cards
                        .Where(row => row.ShipmentId == request.ShipmentId && (row.Progress == CardProgress.Expected || row.Progress == CardProgress.Received))
                        .OrderBy(row => row.Ordinal).ThenBy(row => row.Id).Take(MostNamed),
                    cancellationToken);
                work.AbandonRecording("NotBalanced", request.ShipmentId, FormattableString.Invariant($"{count.Inspected} {count.Listed}"));
                return new NotBalanced(count, missing);
            }

            work.Record("Closed", request.ShipmentId, FormattableString.Invariant($"{count.Listed}"));
            return new Closed(count.Listed);
        }, RepeatAsync, cancellationToken);

    private static Task<Outcome> RepeatAsync(Work work, AuditEntry first) =>
        Task.FromResult<Outcome>(new Closed(int.Parse(first.Detail!, System.Globalization.CultureInfo.InvariantCulture))); // written above
}
