using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;

namespace Tewatashi.Missing;

/// <summary>Cards that are looked for, the oldest search first, and the searches that ended last; by 製造管理番号, without names. The view is recorded.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ListMissing(Database database)
{
    public const int MostEnded = 100;

    /// <param name="BookedOn">The day of its live booking; null where nobody comes for it.</param>
    public sealed record Line(MissingCard Search, SerialNumber SerialNumber, string LastPlace, DateOnly? BookedOn);

    public sealed record View(IReadOnlyList<Line> Running, IReadOnlyList<Line> Ended);

    /// <summary>How many are looked for, and how many of them are booked. Numbers alone, of nobody's record.</summary>
    public Task<(int Running, int Booked)> CountAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            var running = context.MissingCards.Where(row => row.EndedAt == null);
            var count = await running.CountAsync(cancellationToken);
            var booked = count == 0 ? 0 : await running.CountAsync(row => context.Reservations.Any(live => live.CardId == row.CardId
                && (live.State == ReservationState.Booked || live.State == ReservationState.CheckedIn || live.State == ReservationState.NeedsRebooking)), cancellationToken);
            return (count, booked);
        }, cancellationToken);

    public Task<View> RunAsync(Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ViewSearch, async work =>
        {
            var searches = work.Context.MissingCards.AsNoTracking();
            var running = await searches.Where(row => row.EndedAt == null).OrderBy(row => row.StartedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
            var ended = await searches.Where(row => row.EndedAt != null).OrderByDescending(row => row.EndedAt).ThenBy(row => row.Id).Take(MostEnded).ToListAsync(cancellationToken);
            var lines = await LinesAsync(work.Context, [.. running, .. ended], cancellationToken);
            work.Record("Viewed", others: lines.Select(line => line.Search.CardId));
            return new View([.. lines.Where(line => line.Search.EndedAt is null)], [.. lines.Where(line => line.Search.EndedAt is not null)]);
        }, cancellationToken: cancellationToken);

    private static async Task<List<Line>> LinesAsync(TewatashiContext context, IReadOnlyList<MissingCard> searches, CancellationToken cancellationToken)
    {
        var ids = searches.Select(row => row.CardId).Distinct().ToList();
        var serials = await context.Cards.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.SerialNumber }).ToDictionaryAsync(row => row.Id, row => row.SerialNumber, cancellationToken);
        var booked = await (
            from reservation in context.Reservations
            where reservation.CardId != null && ids.Contains(reservation.CardId.Value)
                && (reservation.State == ReservationState.Booked || reservation.State == ReservationState.CheckedIn || reservation.State == ReservationState.NeedsRebooking)
            join visit in context.Visits on reservation.VisitId equals visit.Id
            select new { CardId = reservation.CardId!.Value, visit.Day }).ToDictionaryAsync(row => row.CardId, row => row.Day, cancellationToken); // not null above
        var words = await PlaceWords.ReadAsync(context, searches.Select(row => row.LastLocationId), searches.Select(row => row.LastCounterId), cancellationToken);
        return
        [
            .. searches.Select(row => new Line(row, serials[row.CardId], words.Of(row.LastKind, row.LastLocationId, row.LastCounterId),
                row.EndedAt is null && booked.TryGetValue(row.CardId, out var day) ? day : null)),
        ];
    }
}
