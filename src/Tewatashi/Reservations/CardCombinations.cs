using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Notices;

namespace Tewatashi.Reservations;

/// <summary>
/// Which states of the four machines may stand together: what is in no row here is refused by <c>check</c>. Null stands for no notice, or
/// none that is not withdrawn, and for no live booking.
/// </summary>
public static class CardCombinations
{
    public sealed record Row(CardProgress Progress, IReadOnlyList<PlaceKind> Places, IReadOnlyList<NoticeState?> Notices, IReadOnlyList<ReservationState?> Bookings)
    {
        public bool Allows(CardProgress progress, PlaceKind place, NoticeState? notice, ReservationState? booking) =>
            progress == Progress && Places.Contains(place) && Notices.Contains(notice) && Bookings.Contains(booking);
    }

    private static readonly NoticeState?[] NoNotice = [null];
    private static readonly ReservationState?[] NoBooking = [null];

    public static readonly IReadOnlyList<Row> Legal =
    [
        new(CardProgress.Expected, [PlaceKind.None], NoNotice, NoBooking),
        new(CardProgress.Received, [PlaceKind.None], NoNotice, NoBooking),
        new(CardProgress.Inspected, [PlaceKind.None, PlaceKind.Storage, PlaceKind.Missing], NoNotice, NoBooking),
        new(CardProgress.Prepared,
            [PlaceKind.None, PlaceKind.Storage, PlaceKind.Tray, PlaceKind.Transit, PlaceKind.TakenOut, PlaceKind.Missing],
            [null, NoticeState.Printed, NoticeState.Sent, NoticeState.Returned],
            [null, .. ReservationMachine.Live.Select(state => (ReservationState?)state)]),
        new(CardProgress.PinSet, [PlaceKind.None, PlaceKind.Storage, PlaceKind.Posted, PlaceKind.Missing], NoNotice, NoBooking),
        new(CardProgress.HandedOver, [PlaceKind.WithResident], NoNotice, NoBooking),
        new(CardProgress.Disposed, [PlaceKind.Destroyed], NoNotice, NoBooking),
        new(CardProgress.Lost, [PlaceKind.Missing], NoNotice, NoBooking),
        new(CardProgress.ReturnedToMaker, [PlaceKind.WithMaker], NoNotice, NoBooking),
        new(CardProgress.NeverSent, [PlaceKind.None], NoNotice, NoBooking),
    ];

    public static bool AreLegal(CardProgress progress, PlaceKind place, NoticeState? notice, ReservationState? booking) =>
        Legal.Any(row => row.Allows(progress, place, notice, booking));

    public static readonly IReadOnlyList<Invariant> All =
    [
        new("進捗・場所・通知・予約の組み合わせは、表にあるものだけである",
            $"""
            SELECT card.municipality, card.progress || ' ' || card.place_kind || ' ' || COALESCE(notice.state, '-') || ' ' || COALESCE(reservation.state, '-'), CAST(card.id AS text)
            FROM card
            LEFT JOIN notice ON notice.municipality = card.municipality AND notice.card_id = card.id AND notice.state <> 'Withdrawn'
            LEFT JOIN reservation ON reservation.municipality = card.municipality AND reservation.card_id = card.id AND reservation.state IN ({Names(ReservationMachine.Live)})
            WHERE NOT ({string.Join(" OR ", Legal.Select(Condition))})
            """),
    ];

    private static string Condition(Row row) =>
        $"(card.progress = '{row.Progress}' AND card.place_kind IN ({Names(row.Places)}) AND {OneOf("notice.state", row.Notices)} AND {OneOf("reservation.state", row.Bookings)})";

    private static string OneOf<T>(string column, IReadOnlyList<T?> states) where T : struct, Enum =>
        states.OfType<T>().ToList() is { Count: > 0 } named ? $"({column} IS NULL OR {column} IN ({Names(named)}))" : $"{column} IS NULL";

    private static string Names<T>(IEnumerable<T> states) where T : struct, Enum => string.Join(", ", states.Select(state => $"'{state}'"));
}
