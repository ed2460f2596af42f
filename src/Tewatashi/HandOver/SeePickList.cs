using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Reservations;

namespace Tewatashi.HandOver;

/// <summary>
/// 抜き出し一覧: the cards of a day's visits in the order in which one walks past the shelves, and at the top those that can not be
/// picked, with the reason. The view is recorded.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class SeePickList(Database database)
{
    /// <param name="CounterId">Null: every counter.</param>
    public sealed record Request(DateOnly Day, Guid? CounterId);

    /// <param name="Problems">Cards that can not be picked, by time.</param>
    /// <param name="ToPick">In walking order.</param>
    /// <param name="Picked">Those that lie in the tray already, by time.</param>
    public sealed record View(
        DateOnly Day, IReadOnlyList<DayCounter> Counters, Guid? CounterId,
        IReadOnlyList<PickLine> Problems, IReadOnlyList<PickLine> ToPick, IReadOnlyList<PickLine> Picked);

    public Task<View> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ViewPickList, async work =>
        {
            var rows = await DayRow.OfDayAsync(work.Context, request.Day, request.CounterId, cancellationToken);
            var unmoved = (await work.Context.UnmovedChecks.Where(row => row.Day == request.Day).Select(row => row.CardId).ToListAsync(cancellationToken)).ToHashSet();
            var lines = rows.Where(row => row.CardId is not null && row.State is (ReservationState.Booked or ReservationState.CheckedIn)).Select(row => PickLine.Of(row) with { Unmoved = row.CardId is { } card && unmoved.Contains(card) })
                .OrderBy(line => line.StartsAt).ThenBy(line => line.LastFour, StringComparer.Ordinal).ToList();
            work.Record("Viewed", request.CounterId, $"{request.Day:yyyy-MM-dd} {lines.Count}", lines.Select(line => line.CardId));
            return new View(
                request.Day,
                await DayCounter.AllAsync(work.Context, cancellationToken),
                request.CounterId,
                lines.FindAll(line => line.State.IsProblem()),
                [.. lines.Where(line => line.State == PickState.ToPick).OrderBy(line => line.Path, StringComparer.Ordinal)],
                lines.FindAll(line => line.State == PickState.Picked));
        }, cancellationToken: cancellationToken);
}
