using Tewatashi.Data;

namespace Tewatashi.Reservations.Waiting;

/// <summary>What must hold between waits, offers and the seats held for them.</summary>
public static class WaitingInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("ご案内中の枠は、そのために押さえられている",
            """
            SELECT seat_offer.municipality, 'offer', CAST(seat_offer.id AS text)
            FROM seat_offer LEFT JOIN visit
              ON visit.municipality = seat_offer.municipality AND visit.id = seat_offer.visit_id AND visit.offer_id = seat_offer.id AND visit.seat = 'Held'
            WHERE seat_offer.ended_at IS NULL AND visit.id IS NULL
            """),
        new("ご案内のために押さえた枠には、続いているご案内がある",
            """
            SELECT visit.municipality, 'visit', CAST(visit.id AS text)
            FROM visit LEFT JOIN seat_offer
              ON seat_offer.municipality = visit.municipality AND seat_offer.id = visit.offer_id AND seat_offer.visit_id = visit.id AND seat_offer.ended_at IS NULL
            WHERE visit.seat = 'Held' AND visit.offer_id IS NOT NULL AND seat_offer.id IS NULL
            """),
        new("ご案内中の枠にはまだ予約がない",
            """
            SELECT reservation.municipality, 'reservation', CAST(reservation.id AS text)
            FROM reservation JOIN seat_offer ON seat_offer.municipality = reservation.municipality AND seat_offer.visit_id = reservation.visit_id
            WHERE seat_offer.ended_at IS NULL
            """),
        new("終わった空き待ちに、続いているご案内はない",
            """
            SELECT seat_offer.municipality, 'waiting', CAST(seat_offer.waiting_id AS text)
            FROM seat_offer JOIN waiting_entry ON waiting_entry.municipality = seat_offer.municipality AND waiting_entry.id = seat_offer.waiting_id
            WHERE seat_offer.ended_at IS NULL AND waiting_entry.ended_at IS NOT NULL
            """),
        new("ご案内を受けた空き待ちは終わっている",
            """
            SELECT seat_offer.municipality, 'accepted', CAST(seat_offer.waiting_id AS text)
            FROM seat_offer JOIN waiting_entry ON waiting_entry.municipality = seat_offer.municipality AND waiting_entry.id = seat_offer.waiting_id
            WHERE seat_offer.end_reason = 'Accepted' AND (waiting_entry.end_reason IS NULL OR waiting_entry.end_reason <> 'Accepted')
            """),
        new("ご案内の期限は夜(20時から8時)に来ない",
            """
            SELECT municipality, 'night', CAST(id AS text)
            FROM seat_offer
            WHERE (expires_at / 60000 + 540) % 1440 < 480 OR (expires_at / 60000 + 540) % 1440 > 1200
            """),
    ];
}
