using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Reservations;

namespace Tewatashi.HandOver;

/// <summary>What lies in the trays, and what of it must go back to the shelf.</summary>
internal static class TrayCards
{
    /// <summary>Every card in a tray that nobody comes for there, in walking order of the places they came from.</summary>
    public static async Task<List<TrayCard>> ToReshelveAsync(TewatashiContext context, DateOnly today, Guid? counterId, CancellationToken cancellationToken)
    {
        var cards = await LoadAsync(context, context.Cards.Where(row => row.PlaceKind == PlaceKind.Tray && (counterId == null || row.TrayCounterId == counterId)), cancellationToken);
        var nextDays = new Dictionary<Guid, DateOnly?>();
        foreach (var counter in cards.Select(card => card.CounterId).Distinct())
            nextDays[counter] = await BookedDays.NextAsync(context, today, counter, cancellationToken);
        return
        [
            .. cards.Where(card => !card.StaysFor(today, nextDays[card.CounterId]))
                .OrderBy(card => card.ProposedPath ?? "~", StringComparer.Ordinal).ThenBy(card => card.LastFour, StringComparer.Ordinal),
        ];
    }

    /// <summary>These cards as far as they lie in a tray.</summary>
    public static async Task<List<TrayCard>> LoadAsync(TewatashiContext context, IQueryable<Card> cards, CancellationToken cancellationToken)
    {
        var rows = await (
            from card in cards
            where card.PlaceKind == PlaceKind.Tray
            join counter in context.Counters on card.TrayCounterId equals counter.Id
            from live in context.Reservations.Where(row => row.CardId == card.Id && (row.State == ReservationState.Booked || row.State == ReservationState.CheckedIn)).DefaultIfEmpty()
            from visit in context.Visits.Where(row => row.Id == live!.VisitId).DefaultIfEmpty()
            select new
            {
                card.Id,
                card.SerialNumber,
                CounterId = counter.Id,
                Counter = counter.Name,
                card.Suspension,
                State = (ReservationState?)live!.State,
                Day = (DateOnly?)visit!.Day,
                BookedCounterId = (Guid?)visit!.CounterId,
            }).AsNoTracking().ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(row => row.Id);
        var origins = await (
            from movement in context.Movements
            where ids.Contains(movement.CardId) && movement.ToKind == PlaceKind.Tray && movement.FromLocationId != null
            join location in context.Locations on movement.FromLocationId equals location.Id
            select new { movement.CardId, movement.At, location.Path, location.Retired }).AsNoTracking().ToListAsync(cancellationToken);
        var ended = await context.Reservations.AsNoTracking().Where(row => row.CardId != null && ids.Contains(row.CardId.Value) && row.EndedAt != null && row.State != ReservationState.Lapsed)
            .Select(row => new { CardId = row.CardId!.Value, row.EndedAt, row.State, row.EndReason }).ToListAsync(cancellationToken);
        var lastOrigin = origins.GroupBy(row => row.CardId).ToDictionary(group => group.Key, group => group.MaxBy(row => row.At)!); // a group has a member
        var lastEnd = ended.GroupBy(row => row.CardId).ToDictionary(group => group.Key, group => group.MaxBy(row => row.EndedAt)!); // a group has a member
        return rows.ConvertAll(row => new TrayCard(
            row.Id, row.SerialNumber, row.CounterId, row.Counter,
            lastOrigin.GetValueOrDefault(row.Id) is { Retired: false } origin ? origin.Path : null,
            row.Suspension, row.Day, row.BookedCounterId, row.State == ReservationState.CheckedIn,
            lastEnd.GetValueOrDefault(row.Id)?.State, lastEnd.GetValueOrDefault(row.Id)?.EndReason));
    }
}
