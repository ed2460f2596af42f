using Tewatashi.Data;

namespace Tewatashi.Disposal;

/// <summary>What must hold of disposals: nothing is destroyed but through proposal, approval, abolition and witness, and nothing abolished is booked.</summary>
public static class DisposalInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("廃棄したカードには、決裁された起案と、裁断の記録がある",
            """
            SELECT card.municipality, 'card', CAST(card.id AS text) FROM card
            WHERE (card.progress = 'Disposed') <> EXISTS (
              SELECT 1 FROM disposal_card JOIN disposal_batch
                ON disposal_batch.municipality = disposal_card.municipality AND disposal_batch.id = disposal_card.batch_id
              WHERE disposal_card.municipality = card.municipality AND disposal_card.card_id = card.id AND disposal_card.state = 'Destroyed'
                AND disposal_card.abolished_at IS NOT NULL AND disposal_batch.approved_at IS NOT NULL)
            """),
        new("廃止登録済のカードと、終わったカードには、有効な予約も通知もない",
            """
            SELECT card.municipality, card.progress, CAST(card.id AS text) FROM card
            WHERE (card.suspension = 'Abolished' OR card.progress IN ('Disposed', 'Lost', 'ReturnedToMaker')) AND (
              EXISTS (SELECT 1 FROM reservation WHERE reservation.municipality = card.municipality AND reservation.card_id = card.id
                AND reservation.state IN ('Held', 'Booked', 'CheckedIn', 'NeedsRebooking'))
              OR EXISTS (SELECT 1 FROM notice WHERE notice.municipality = card.municipality AND notice.card_id = card.id AND notice.state <> 'Withdrawn'))
            """),
        new("廃止登録済のカードは、裁断を待つ起案にある",
            """
            SELECT card.municipality, 'card', CAST(card.id AS text) FROM card
            WHERE (card.suspension = 'Abolished' AND card.progress IN ('Inspected', 'Prepared', 'PinSet')) <> EXISTS (
              SELECT 1 FROM disposal_card
              WHERE disposal_card.municipality = card.municipality AND disposal_card.card_id = card.id AND disposal_card.state IN ('Abolished', 'Scanned'))
              AND card.progress <> 'Lost'
            """),
        new("終わった起案に、進行中のカードはない",
            """
            SELECT disposal_card.municipality, 'card', CAST(disposal_card.card_id AS text)
            FROM disposal_card JOIN disposal_batch ON disposal_batch.municipality = disposal_card.municipality AND disposal_batch.id = disposal_card.batch_id
            WHERE disposal_batch.ended_at IS NOT NULL AND disposal_card.ended_at IS NULL
            """),
        new("J-LISへ返送したカードには、二人の記録がある",
            """
            SELECT card.municipality, 'card', CAST(card.id AS text) FROM card
            WHERE (card.progress = 'ReturnedToMaker') <> EXISTS (
              SELECT 1 FROM maker_return WHERE maker_return.municipality = card.municipality AND maker_return.card_id = card.id)
            """),
    ];
}
