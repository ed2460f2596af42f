using Tewatashi.Data;

namespace Tewatashi.HandOver;

/// <summary>What must hold of hand-overs: a card that left has its record, its visit and its line in the operation log.</summary>
public static class HandOverInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("交付したカードには、交付か配達の記録が1つある",
            """
            SELECT card.municipality, 'card', CAST(card.id AS text)
            FROM card
              LEFT JOIN hand_over ON hand_over.municipality = card.municipality AND hand_over.card_id = card.id AND hand_over.cancelled_at IS NULL
              LEFT JOIN posting ON posting.municipality = card.municipality AND posting.card_id = card.id AND posting.state = 'Delivered'
            WHERE (card.place_kind = 'WithResident') <> (hand_over.id IS NOT NULL OR posting.id IS NOT NULL) OR (hand_over.id IS NOT NULL AND posting.id IS NOT NULL)
            """),
        new("交付の記録は、そのカードの完了した予約に付いている",
            """
            SELECT hand_over.municipality, 'hand_over', CAST(hand_over.id AS text) FROM hand_over
            WHERE hand_over.cancelled_at IS NULL AND NOT EXISTS (
              SELECT 1 FROM reservation
              WHERE reservation.municipality = hand_over.municipality AND reservation.id = hand_over.reservation_id
                AND reservation.card_id = hand_over.card_id AND reservation.state = 'Completed')
            """),
        new("完了した予約には交付の記録がある",
            """
            SELECT reservation.municipality, 'reservation', CAST(reservation.id AS text) FROM reservation
            WHERE reservation.state = 'Completed' AND reservation.card_id IS NOT NULL AND NOT EXISTS (
              SELECT 1 FROM hand_over WHERE hand_over.municipality = reservation.municipality AND hand_over.reservation_id = reservation.id AND hand_over.cancelled_at IS NULL)
            """),
        new("取り消した交付の予約は、交付取消で終わっている",
            """
            SELECT hand_over.municipality, 'hand_over', CAST(hand_over.id AS text) FROM hand_over
            WHERE hand_over.cancelled_at IS NOT NULL AND NOT EXISTS (
              SELECT 1 FROM reservation
              WHERE reservation.municipality = hand_over.municipality AND reservation.id = hand_over.reservation_id
                AND reservation.state = 'NotHandedOver' AND reservation.end_reason = 'HandOverCancelled')
            """),
        new("代理の方だけへの交付と例外には、二人目の職員がいる",
            """
            SELECT hand_over.municipality, 'hand_over', CAST(hand_over.id AS text) FROM hand_over
            WHERE (hand_over.exceptions <> 'None' AND hand_over.second_id IS NULL)
               OR hand_over.second_id = hand_over.staff_member_id OR hand_over.cancelled_with = hand_over.cancelled_by
            """),
        new("交付取消は操作ログにある",
            """
            SELECT hand_over.municipality, 'hand_over', CAST(hand_over.id AS text) FROM hand_over
            WHERE hand_over.cancelled_at IS NOT NULL AND NOT EXISTS (
              SELECT 1 FROM audit_entry
              WHERE audit_entry.municipality = hand_over.municipality AND audit_entry.at = hand_over.cancelled_at
                AND audit_entry.operation = 'CancelHandOver' AND audit_entry.actor_id = LOWER(CAST(hand_over.cancelled_by AS text)))
            """),
        new("来庁した予約には受付の時刻がある",
            """
            SELECT visit.municipality, 'visit', CAST(visit.id AS text)
            FROM visit JOIN reservation ON reservation.municipality = visit.municipality AND reservation.visit_id = visit.id
            WHERE reservation.state IN ('CheckedIn', 'Completed', 'NotHandedOver') AND visit.checked_in_at IS NULL
            """),
        new("交付は操作ログにある",
            """
            SELECT hand_over.municipality, 'hand_over', CAST(hand_over.id AS text) FROM hand_over
            WHERE NOT EXISTS (
              SELECT 1 FROM audit_entry
              WHERE audit_entry.municipality = hand_over.municipality AND audit_entry.at = hand_over.at
                AND audit_entry.operation = 'HandOverCard' AND audit_entry.actor_id = LOWER(CAST(hand_over.staff_member_id AS text)))
            """),
    ];
}
