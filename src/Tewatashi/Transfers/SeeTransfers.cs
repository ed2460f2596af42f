using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Transfers;

/// <summary>移送: which cards must travel to which office and by when, those that are late first. The view is recorded.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeTransfers(Database database)
{
    /// <param name="FromBuildingId">Null: from every office.</param>
    public sealed record Request(Guid? FromBuildingId);

    /// <param name="Offices">Every office from or to which something travels, by its code.</param>
    public sealed record View(DateOnly Today, Guid? FromBuildingId, IReadOnlyList<(Guid Id, string Name)> Offices, IReadOnlyList<TransferLine> Lines);

    public Task<View> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ViewTransfers, async work =>
        {
            var context = work.Context;
            var rows = await (
                from order in context.TransferOrders
                where order.State == TransferState.Ordered
                join card in context.Cards on order.CardId equals card.Id
                join origin in context.Locations on order.FromBuildingId equals origin.Id
                join aim in context.Locations on order.ToBuildingId equals aim.Id
                from location in context.Locations.Where(row => row.Id == card.LocationId).DefaultIfEmpty()
                select new { order.Id, order.VisitId, order.CardId, card.SerialNumber, card.PlaceKind, LiesIn = location!.Path, From = origin, To = aim, order.NeededOn }).AsNoTracking().ToListAsync(cancellationToken);
            var settings = await context.Settings.AsNoTracking().SingleAsync(cancellationToken);
            var closed = (await context.Closures.Where(row => row.CounterId == null).Select(row => row.Day).ToListAsync(cancellationToken)).ToHashSet();
            var businessDays = new BusinessDays(closed);
            var today = JapanTime.DateOf(work.Now);
            var lines = rows.Where(row => request.FromBuildingId is null || row.From.Id == request.FromBuildingId).Select(row =>
            {
                var leavesBy = settings.TransferBusinessDays == 0 ? row.NeededOn : businessDays.Add(row.NeededOn, -settings.TransferBusinessDays);
                var there = row.LiesIn is { } path && (path == row.To.Path || path.StartsWith(row.To.Path + "-", StringComparison.Ordinal));
                return new TransferLine(
                    row.VisitId is null ? row.Id : null, row.CardId, row.SerialNumber, row.LiesIn, row.From.Name, row.To.Name, leavesBy, row.NeededOn,
                    there ? TransferLine.Stand.There : row.PlaceKind == PlaceKind.Transit ? TransferLine.Stand.OnTheWay : leavesBy < today ? TransferLine.Stand.Late : TransferLine.Stand.ToSend);
            }).OrderBy(line => line.At == TransferLine.Stand.There).ThenBy(line => line.LeavesBy).ThenBy(line => line.To, StringComparer.Ordinal)
                .ThenBy(line => line.LiesIn, StringComparer.Ordinal).ThenBy(line => line.SerialNumber.Value, StringComparer.Ordinal).ToList();
            work.Record("Viewed", request.FromBuildingId, FormattableString.Invariant($"{lines.Count}"), lines.Select(line => line.CardId));
            return new View(
                today,
                request.FromBuildingId,
                [.. rows.Select(row => row.From).DistinctBy(office => office.Id).OrderBy(office => office.Path, StringComparer.Ordinal).Select(office => (office.Id, office.Name))],
                lines);
        }, cancellationToken: cancellationToken);
}
