using Tewatashi.Data;

namespace Tewatashi.HandOver.Post;

/// <summary>What must hold of the mail route: a card in the post has its record, and nobody waits for it at a counter.</summary>
public static class PostInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("郵送中のカードには、終わっていない郵送の記録がある",
            """
            SELECT card.municipality, 'card', CAST(card.id AS text)
            FROM card LEFT JOIN posting ON posting.municipality = card.municipality AND posting.card_id = card.id AND posting.state = 'Posted'
            WHERE (card.place_kind = 'Posted') <> (posting.id IS NOT NULL)
            """),
        new("暗証番号設定済のカードに、有効な予約はない",
            """
            SELECT card.municipality, 'card', CAST(card.id AS text)
            FROM card JOIN reservation ON reservation.municipality = card.municipality AND reservation.card_id = card.id
            WHERE card.progress = 'PinSet' AND reservation.state IN ('Held', 'Booked', 'CheckedIn', 'NeedsRebooking')
            """),
        new("引受番号には、記録してよいとした決定の番号がある",
            """
            SELECT municipality, 'posting', CAST(id AS text) FROM posting
            WHERE (tracking_number IS NULL) <> (tracking_decision IS NULL)
            """),
        new("郵送と、その終わりは操作ログにある",
            """
            SELECT posting.municipality, 'posting', CAST(posting.id AS text) FROM posting
            WHERE NOT EXISTS (
              SELECT 1 FROM audit_entry
              WHERE audit_entry.municipality = posting.municipality AND audit_entry.at = posting.posted_at
                AND audit_entry.operation = 'PostCard' AND audit_entry.actor_id = LOWER(CAST(posting.posted_by AS text)))
              OR (posting.ended_at IS NOT NULL AND NOT EXISTS (
              SELECT 1 FROM audit_entry
              WHERE audit_entry.municipality = posting.municipality AND audit_entry.at = posting.ended_at
                AND audit_entry.operation IN ('DeliverCard', 'TakeBackPosted') AND audit_entry.actor_id = LOWER(CAST(posting.ended_by AS text))))
            """),
    ];
}
