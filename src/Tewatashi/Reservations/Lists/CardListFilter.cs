using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Notices;
using Tewatashi.Storage;
using Tewatashi.Time;

namespace Tewatashi.Reservations.Lists;

/// <summary>Which cards a list shows: what is null is not asked for, and all that is asked for must hold. Names nobody.</summary>
public sealed record CardListFilter
{
    /// <summary>The longest that can be asked for, in days.</summary>
    public const int MostDays = 9999;

    private static readonly CardProgress[] InTheOffice = [CardProgress.Received, CardProgress.Inspected, CardProgress.Prepared];

    public CardProgress? Progress { get; init; }
    public PlaceKind? Place { get; init; }

    /// <summary>A building, vault, shelf or box: cards in it and in everything inside it.</summary>
    public LocationPath? Inside { get; init; }

    public NoticeStand? Notice { get; init; }
    public BookingStand? Booking { get; init; }
    public bool? Suspended { get; init; }
    public bool? AmendmentNeeded { get; init; }
    public CardRoute? Route { get; init; }
    public Guid? ShipmentId { get; init; }

    /// <summary>In the office for so many days at least, counted from arrival.</summary>
    public int? DaysInStock { get; init; }

    /// <summary>交付期限 before this day, the day itself not included.</summary>
    public DateOnly? DeadlineBefore { get; init; }

    /// <summary>What is asked for, by the keys of the address and in their order; the operation log keeps the same.</summary>
    public IReadOnlyList<(string Key, string Value)> Pairs =>
    [
        .. new (string Key, string? Value)[]
        {
            (nameof(Progress), Progress?.ToString()), (nameof(Place), Place?.ToString()), (nameof(Inside), Inside?.Value), (nameof(Notice), Notice?.ToString()),
            (nameof(Booking), Booking?.ToString()), (nameof(Suspended), Suspended?.ToString()), (nameof(AmendmentNeeded), AmendmentNeeded?.ToString()), (nameof(Route), Route?.ToString()),
            (nameof(ShipmentId), ShipmentId?.ToString()), (nameof(DaysInStock), DaysInStock?.ToString(CultureInfo.InvariantCulture)),
            (nameof(DeadlineBefore), DeadlineBefore?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        }.Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!)), // nulls are left out
    ];

    public string Query => string.Join('&', Pairs.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));

    internal IQueryable<Card> Of(TewatashiContext context, DateOnly today)
    {
        var cards = context.Cards.AsNoTracking();
        if (Progress is { } progress) cards = cards.Where(card => card.Progress == progress);
        if (Place is { } place) cards = cards.Where(card => card.PlaceKind == place);
        if (Route is { } route) cards = cards.Where(card => card.Route == route);
        if (ShipmentId is { } shipment) cards = cards.Where(card => card.ShipmentId == shipment);
        if (AmendmentNeeded is { } amendment) cards = cards.Where(card => card.AmendmentNeeded == amendment);
        if (Suspended is { } suspended) cards = cards.Where(card => card.Suspension != null == suspended);
        if (Inside is { Value: var path })
        {
            var within = path + "-";
            var places = context.Locations.Where(row => row.Path == path || row.Path.StartsWith(within)).Select(row => row.Id);
            cards = cards.Where(card => card.LocationId != null && places.Contains(card.LocationId.Value));
        }

        if (DaysInStock is { } days)
        {
            var arrivedBefore = JapanTime.StartOf(today.AddDays(1 - days));
            cards = cards.Where(card => InTheOffice.Contains(card.Progress) && (card.ReceivedAt ?? card.AddedAt) < arrivedBefore);
        }

        return Booked(context, Noticed(context, cards));
    }

    private IQueryable<Card> Noticed(TewatashiContext context, IQueryable<Card> cards)
    {
        var notices = context.Notices.Where(row => row.State != NoticeState.Withdrawn);
        cards = Notice switch
        {
            null => cards,
            NoticeStand.None => cards.Where(card => !notices.Any(row => row.CardId == card.Id)),
            NoticeStand.Printed => cards.Where(card => notices.Any(row => row.CardId == card.Id && row.State == NoticeState.Printed)),
            NoticeStand.Sent => cards.Where(card => notices.Any(row => row.CardId == card.Id && row.State == NoticeState.Sent)),
            NoticeStand.Returned => cards.Where(card => notices.Any(row => row.CardId == card.Id && row.State == NoticeState.Returned)),
            _ => throw new InvalidOperationException($"{Notice} is no stand of a notice."),
        };
        return DeadlineBefore is { } day
            ? cards.Where(card => card.LastDayOn < day || (card.LastDayOn == null && notices.Any(row => row.CardId == card.Id && row.DeadlineOn < day)))
            : cards;
    }

    private IQueryable<Card> Booked(TewatashiContext context, IQueryable<Card> cards)
    {
        var live = context.Reservations.Where(row => row.State == ReservationState.Booked || row.State == ReservationState.CheckedIn || row.State == ReservationState.NeedsRebooking);
        return Booking switch
        {
            null => cards,
            BookingStand.None => cards.Where(card => !live.Any(row => row.CardId == card.Id)),
            BookingStand.Booked => cards.Where(card => live.Any(row => row.CardId == card.Id && row.State == ReservationState.Booked)),
            BookingStand.CheckedIn => cards.Where(card => live.Any(row => row.CardId == card.Id && row.State == ReservationState.CheckedIn)),
            BookingStand.NeedsRebooking => cards.Where(card => live.Any(row => row.CardId == card.Id && row.State == ReservationState.NeedsRebooking)),
            _ => throw new InvalidOperationException($"{Booking} is no stand of a booking."),
        };
    }
}
