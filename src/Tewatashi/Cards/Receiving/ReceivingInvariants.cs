using Tewatashi.Data;

namespace Tewatashi.Cards.Receiving;

/// <summary>What must hold of deliveries, their boxes and their differences.</summary>
public static class ReceivingInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("受入を完了した発送に未着のカードはなく、あれば不足として2人が確かめている",
            """
            SELECT card.municipality, 'card', CAST(card.id AS text)
            FROM card JOIN shipment ON shipment.municipality = card.municipality AND shipment.id = card.shipment_id
            WHERE shipment.state = 'Closed' AND card.progress IN ('Expected', 'Received')
              AND NOT EXISTS (
                SELECT 1 FROM shipment_finding
                WHERE shipment_finding.municipality = card.municipality AND shipment_finding.shipment_id = shipment.id
                  AND shipment_finding.card_id = card.id AND shipment_finding.kind = 'Missing')
            """),
        new("受入を完了した発送の箱は、2人が空と確かめている",
            """
            SELECT shipment_box.municipality, 'box', CAST(shipment_box.id AS text)
            FROM shipment_box JOIN shipment ON shipment.municipality = shipment_box.municipality AND shipment.id = shipment_box.shipment_id
            WHERE shipment.state = 'Closed' AND shipment_box.emptied_at IS NULL AND shipment_box.arrived_at <= shipment.closed_at
            """),
        new("不足としたカードは、検品されたら不足でなくなる",
            """
            SELECT shipment_finding.municipality, 'finding', CAST(shipment_finding.id AS text)
            FROM shipment_finding JOIN card ON card.municipality = shipment_finding.municipality AND card.id = shipment_finding.card_id
            WHERE shipment_finding.kind = 'Missing' AND shipment_finding.end_reason IS NULL AND card.progress NOT IN ('Expected', 'Received')
            """),
        new("届かなかったカードは、2人が不足をそのとおりに終えたものである",
            """
            SELECT card.municipality, card.progress, CAST(card.id AS text) FROM card
            WHERE (card.progress = 'NeverSent') <> EXISTS (
                SELECT 1 FROM shipment_finding WHERE shipment_finding.municipality = card.municipality AND shipment_finding.card_id = card.id AND shipment_finding.end_reason = 'NeverSent')
               OR (card.progress = 'Lost' AND card.shipment_id IS NOT NULL AND card.inspected_at IS NULL) <> EXISTS (
                SELECT 1 FROM shipment_finding WHERE shipment_finding.municipality = card.municipality AND shipment_finding.card_id = card.id AND shipment_finding.end_reason = 'LostInPost')
            """),
    ];
}
