using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Cards;

/// <summary>
/// A delivery compared with its list: what is missing, what was scanned, what was scanned and does not belong to it. The log's entry
/// names the delivery, whose cards are known.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ViewShipment(Database database)
{
    public const int PageSize = 200;

    /// <param name="Page">From 1.</param>
    public sealed record Request(Guid ShipmentId, Part Part, int Page);

    /// <summary>Which cards of the list.</summary>
    public enum Part
    {
        All,

        /// <summary>Not scanned yet.</summary>
        Missing,

        /// <summary>Scanned, 交付前設定 not recorded.</summary>
        NotPrepared,

        /// <summary>Scanned, still on the table.</summary>
        NotStored,
    }

    public abstract record Outcome;

    /// <param name="Strangers">Scans of cards that stand on no list, each once per scan; the numbers themselves are not kept.</param>
    /// <param name="Pages">At least 1.</param>
    public sealed record Shown(
        string Name, ShipmentState State, DateTimeOffset? ReceivedAt, DateTimeOffset? ClosedAt, ShipmentCount Count,
        IReadOnlyList<Row> Rows, int Page, int Pages, int Matching, int Strangers, IReadOnlyList<Row> FromOthers) : Outcome;

    public sealed record NotFound : Outcome;

    /// <summary>A card of the list, without a name.</summary>
    public sealed record Row(Guid Id, int Ordinal, SerialNumber SerialNumber, CardProgress Progress, Suspension? Suspension, PlaceKind PlaceKind, string? Path);

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.ListCards, async work =>
        {
            var context = work.Context;
            if (await context.Shipments.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.ShipmentId, cancellationToken) is not { } shipment)
            {
                work.Abandon();
                return new NotFound();
            }

            var matching = Filter(context.Cards.Where(row => row.ShipmentId == request.ShipmentId), request.Part);
            var total = await matching.CountAsync(cancellationToken);
            var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
            var page = Math.Clamp(request.Page, 1, pages);
            var rows = await RowsAsync(context, matching.OrderBy(row => row.Ordinal).ThenBy(row => row.Id).Skip((page - 1) * PageSize).Take(PageSize), cancellationToken);

            var strays = context.Audit.Where(entry => entry.SubjectId == request.ShipmentId && entry.Operation == OperationKind.InspectCard);
            var strangers = await strays.CountAsync(entry => entry.Outcome == InspectCard.UnknownCardOutcome, cancellationToken);
            var named = strays.Where(entry => entry.Outcome == InspectCard.OtherShipmentOutcome).Select(entry => entry.Id);
            var others = context.AuditSubjects.Where(row => named.Contains(row.EntryId)).Select(row => row.SubjectId);
            var fromOthers = await RowsAsync(context, context.Cards.Where(row => others.Contains(row.Id)).OrderBy(row => row.SerialNumber).Take(PageSize), cancellationToken);

            var count = await ShipmentCount.OfAsync(context, request.ShipmentId, cancellationToken);
            work.Record("Viewed", request.ShipmentId, FormattableString.Invariant($"{request.Part} {page}"));
            return new Shown(
                shipment.Name, shipment.State, shipment.ReceivedAt, shipment.ClosedAt, count, rows, page, pages, total, strangers, fromOthers);
        }, cancellationToken: cancellationToken);

    internal static async Task<IReadOnlyList<Row>> RowsAsync(TewatashiContext context, IQueryable<Card> cards, CancellationToken cancellationToken)
    {
        var found = await cards.AsNoTracking()
            .Select(row => new { row.Id, row.Ordinal, row.SerialNumber, row.Progress, row.Suspension, row.PlaceKind, row.LocationId })
            .ToListAsync(cancellationToken);
        var places = await LocationWords.OfAsync(context, [.. found.Select(row => row.LocationId).OfType<Guid>().Distinct()], cancellationToken);
        return
        [
            .. found.Select(row => new Row(
                row.Id, row.Ordinal, row.SerialNumber, row.Progress, row.Suspension, row.PlaceKind,
                row.LocationId is { } id ? places.GetValueOrDefault(id)?.Path : null)),
        ];
    }

    private static IQueryable<Card> Filter(IQueryable<Card> cards, Part part) => part switch
    {
        Part.All => cards,
        Part.Missing => cards.Where(row => row.Progress == CardProgress.Expected || row.Progress == CardProgress.Received),
        Part.NotPrepared => cards.Where(row => row.Progress == CardProgress.Inspected),
        Part.NotStored => cards.Where(row => row.PlaceKind == PlaceKind.None && (row.Progress == CardProgress.Inspected || row.Progress == CardProgress.Prepared)),
    };
}
