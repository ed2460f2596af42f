using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards.Receiving;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Cards;

/// <summary>
/// A delivery compared with its list: its boxes, what is missing, what was scanned, and by number what does not belong to it or came twice. The
/// log's entry names the delivery, whose cards are known.
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

    /// <param name="Pages">At least 1.</param>
    /// <param name="Findings">Cards that differ, the open ones first.</param>
    public sealed record Shown(
        string Name, ShipmentState State, DateTimeOffset? ReceivedAt, DateTimeOffset? ClosedAt, ShipmentCount Count,
        IReadOnlyList<Row> Rows, int Page, int Pages, int Matching, IReadOnlyList<Box> Boxes, IReadOnlyList<Finding> Findings, Signature? Signature) : Outcome;

    /// <param name="EmptiedBy">Names of the two who saw it empty; null while nobody did.</param>
    public sealed record Box(int Ordinal, DateTimeOffset? ArrivedAt, DateTimeOffset? EmptiedAt, string? EmptiedBy);

    public sealed record Finding(
        Guid Id, ShipmentFindingKind Kind, SerialNumber SerialNumber, Guid? CardId, int Scans, DateTimeOffset FoundAt, ShipmentFindingEnd? EndReason, DateTimeOffset? EndedAt);

    /// <summary>Who signed that it was closed although it did not balance, and why.</summary>
    public sealed record Signature(ShipmentDifference Reason, string By);

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

            var boxes = await context.ShipmentBoxes.AsNoTracking().Where(row => row.ShipmentId == request.ShipmentId).OrderBy(row => row.Ordinal).ToListAsync(cancellationToken);
            var findings = await context.ShipmentFindings.AsNoTracking().Where(row => row.ShipmentId == request.ShipmentId)
                .OrderBy(row => row.EndReason != null).ThenBy(row => row.SerialNumber).ThenBy(row => row.Id).Take(PageSize)
                .Select(row => new Finding(row.Id, row.Kind, row.SerialNumber, row.CardId, row.Scans, row.FoundAt, row.EndReason, row.EndedAt)).ToListAsync(cancellationToken);
            var people = await PeopleAsync(context, [.. boxes.SelectMany(box => new[] { box.EmptiedBy, box.EmptiedWith }), shipment.SignedBy, shipment.SignedWith], cancellationToken);
            var count = await ShipmentCount.OfAsync(context, request.ShipmentId, cancellationToken);
            work.Record("Viewed", request.ShipmentId, FormattableString.Invariant($"{request.Part} {page}"));
            return new Shown(
                shipment.Name, shipment.State, shipment.ReceivedAt, shipment.ClosedAt, count, rows, page, pages, total,
                [.. boxes.Select(box => new Box(box.Ordinal, box.ArrivedAt, box.EmptiedAt, Both(box.EmptiedBy, box.EmptiedWith)))], findings,
                shipment.Difference is { } reason && Both(shipment.SignedBy, shipment.SignedWith) is { } signers ? new Signature(reason, signers) : null);

            string? Both(Guid? one, Guid? other) => one is { } first && other is { } second
                ? $"{people.GetValueOrDefault(first, "—")}・{people.GetValueOrDefault(second, "—")}" : null;
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

    private static Task<Dictionary<Guid, string>> PeopleAsync(TewatashiContext context, IEnumerable<Guid?> ids, CancellationToken cancellationToken)
    {
        var known = ids.OfType<Guid>().Distinct().ToList();
        return context.StaffMembers.Where(row => known.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.DisplayName, cancellationToken);
    }

    private static IQueryable<Card> Filter(IQueryable<Card> cards, Part part) => part switch
    {
        Part.All => cards,
        Part.Missing => cards.Where(row => row.Progress == CardProgress.Expected || row.Progress == CardProgress.Received),
        Part.NotPrepared => cards.Where(row => row.Progress == CardProgress.Inspected),
        Part.NotStored => cards.Where(row => row.PlaceKind == PlaceKind.None && (row.Progress == CardProgress.Inspected || row.Progress == CardProgress.Prepared)),
    };
}
