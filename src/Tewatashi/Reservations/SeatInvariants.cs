namespace Tewatashi.Reservations;

/// <summary>
/// What must hold between bookings and the grid, over every municipality: the places taken are those of the live visits, nothing is
/// taken twice, and a card has one live booking. Each query lists its violations.
/// </summary>
public static class SeatInvariants
{
    /// <summary>Name in the office's words, and the query: municipality, what is wrong, id or key.</summary>
    public static readonly IReadOnlyList<(string Name, string Query)> All =
    [
        ("枠の予約済み数は、有効な予約の数に等しい",
            """
            WITH seat AS (
              SELECT municipality, counter_id, building_id, day, channel, grid_minutes, minutes,
                     CAST(substr(CAST(starts_at AS text), 1, 2) AS integer) * 60 + CAST(substr(CAST(starts_at AS text), 4, 2) AS integer) AS begins
              FROM visit WHERE seat IN ('Held', 'Taken')
            ),
            live AS (
              SELECT municipality, counter_id AS owner_id, day, begins, minutes, channel FROM seat
              UNION ALL
              SELECT municipality, building_id, day, begins, minutes, channel FROM seat
            )
            SELECT cell.municipality, 'taken', CAST(cell.owner_id AS text) || ' ' || CAST(cell.day AS text) || ' ' || CAST(cell.minute AS text)
            FROM cell LEFT JOIN live
              ON live.municipality = cell.municipality AND live.owner_id = cell.owner_id AND live.day = cell.day
             AND live.begins <= cell.minute AND cell.minute < live.begins + live.minutes
            GROUP BY cell.municipality, cell.owner_id, cell.day, cell.minute, cell.taken, cell.taken_on_web
            HAVING cell.taken <> count(live.minutes) OR cell.taken_on_web <> count(CASE WHEN live.channel = 'Web' THEN 1 END)
            """),
        ("有効な予約は、その時間の枠をすべて取っている",
            """
            WITH seat AS (
              SELECT id, municipality, counter_id, building_id, day, grid_minutes, minutes,
                     CAST(substr(CAST(starts_at AS text), 1, 2) AS integer) * 60 + CAST(substr(CAST(starts_at AS text), 4, 2) AS integer) AS begins
              FROM visit WHERE seat IN ('Held', 'Taken')
            )
            SELECT seat.municipality, 'cells', CAST(seat.id AS text)
            FROM seat LEFT JOIN cell
              ON cell.municipality = seat.municipality AND cell.owner_id IN (seat.counter_id, seat.building_id) AND cell.day = seat.day
             AND seat.begins <= cell.minute AND cell.minute < seat.begins + seat.minutes
            GROUP BY seat.municipality, seat.id, seat.minutes, seat.grid_minutes
            HAVING count(cell.minute) <> seat.minutes / seat.grid_minutes + seat.minutes / 5
            """),
        ("枠は定員を超えない",
            """
            SELECT municipality, 'over', CAST(owner_id AS text) || ' ' || CAST(day AS text) || ' ' || CAST(minute AS text)
            FROM cell WHERE taken > capacity OR taken_on_web > taken OR kept > capacity
            """),
        ("1枚のカードの有効な予約は1つまで",
            """
            SELECT municipality, 'card', CAST(card_id AS text)
            FROM reservation WHERE state IN ('Held', 'Booked', 'CheckedIn', 'NeedsRebooking') AND card_id IS NOT NULL
            GROUP BY municipality, card_id HAVING count(*) > 1
            """),
        ("予約の状態と枠の状態は矛盾しない",
            """
            SELECT visit.municipality, 'state', CAST(visit.id AS text)
            FROM visit JOIN reservation ON reservation.municipality = visit.municipality AND reservation.visit_id = visit.id
            WHERE (visit.seat = 'Held') <> (reservation.state = 'Held')
               OR (visit.seat = 'Released' AND reservation.state IN ('Booked', 'CheckedIn', 'Completed'))
               OR (visit.seat = 'Taken' AND reservation.state IN ('Lapsed', 'Held'))
            """),
        ("予約の時間は、来る人の時間の合計に等しい",
            """
            SELECT visit.municipality, 'minutes', CAST(visit.id AS text)
            FROM visit JOIN reservation ON reservation.municipality = visit.municipality AND reservation.visit_id = visit.id
            WHERE visit.seat IN ('Held', 'Taken') AND reservation.state NOT IN ('Cancelled', 'Lapsed')
            GROUP BY visit.municipality, visit.id, visit.minutes, visit.grid_minutes, visit.offer_id
            -- An offered seat may have been made for more than is needed when it is accepted.
            HAVING visit.minutes < (sum(reservation.minutes) + visit.grid_minutes - 1) / visit.grid_minutes * visit.grid_minutes
                OR (visit.offer_id IS NULL AND visit.minutes > (sum(reservation.minutes) + visit.grid_minutes - 1) / visit.grid_minutes * visit.grid_minutes)
            """),
        ("要日時変更の予約は、枠を持たず、いつからかが分かる",
            """
            SELECT visit.municipality, 'lost', CAST(visit.id AS text)
            FROM visit JOIN reservation ON reservation.municipality = visit.municipality AND reservation.visit_id = visit.id
            WHERE (reservation.state = 'NeedsRebooking' AND (visit.seat <> 'Released' OR visit.lost_at IS NULL))
               OR (visit.lost_at IS NOT NULL AND reservation.state IN ('Held', 'Booked', 'CheckedIn'))
            """),
    ];
}
