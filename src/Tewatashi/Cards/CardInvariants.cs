using Tewatashi.Data;

namespace Tewatashi.Cards;

/// <summary>What must hold of cards: each in one place, come there by its movements, its machines not contradicting each other.</summary>
public static class CardInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        // Counted and not ordered: whatever the clock did, the ways in and out of a place must balance but for start and end.
        new("カードの場所は、移動の記録をたどった終わりに等しい",
            """
            WITH step AS (
              SELECT municipality, card_id, from_kind || ' ' || COALESCE(CAST(from_location_id AS text), CAST(from_counter_id AS text), '') AS place, -1 AS change FROM movement
              UNION ALL
              SELECT municipality, card_id, to_kind || ' ' || COALESCE(CAST(to_location_id AS text), CAST(to_counter_id AS text), ''), 1 FROM movement
              UNION ALL
              SELECT municipality, id, 'None ', 1 FROM card
              UNION ALL
              SELECT municipality, id, place_kind || ' ' || COALESCE(CAST(location_id AS text), CAST(tray_counter_id AS text), ''), -1 FROM card
            )
            SELECT DISTINCT municipality, 'card', CAST(card_id AS text)
            FROM (SELECT municipality, card_id FROM step GROUP BY municipality, card_id, place HAVING SUM(change) <> 0) AS unbalanced
            """),
        new("カードの進捗と場所は矛盾しない",
            """
            SELECT municipality, progress || ' ' || place_kind, CAST(id AS text) FROM card
            WHERE (progress IN ('Expected', 'Received', 'NeverSent') AND place_kind <> 'None')
               OR (progress NOT IN ('Prepared') AND place_kind IN ('Tray', 'Transit', 'TakenOut'))
               OR (progress = 'HandedOver' AND place_kind <> 'WithResident')
               OR (progress <> 'PinSet' AND place_kind = 'Posted')
               OR (progress = 'PinSet' AND route <> 'Post')
               OR (progress <> 'HandedOver' AND place_kind = 'WithResident')
               OR (progress = 'Disposed') <> (place_kind = 'Destroyed')
               OR (progress = 'Lost' AND place_kind <> 'Missing')
               OR (progress = 'ReturnedToMaker') <> (place_kind = 'WithMaker')
            """),
        // Of a former stock nobody told us when it was received, inspected and prepared: only what came later has its time.
        new("カードの進捗は、その歩みの日時と矛盾しない",
            """
            SELECT municipality, progress, CAST(id AS text) FROM card
            WHERE (progress = 'HandedOver') <> (handed_over_at IS NOT NULL)
               OR (progress = 'PinSet' AND pin_set_at IS NULL)
               OR (progress IN ('Expected', 'NeverSent') AND received_at IS NOT NULL)
               OR (progress IN ('Expected', 'Received', 'NeverSent') AND inspected_at IS NOT NULL)
               OR (progress IN ('Expected', 'Received', 'Inspected', 'NeverSent') AND prepared_at IS NOT NULL)
               OR (shipment_id IS NOT NULL AND progress NOT IN ('Expected', 'NeverSent', 'Lost') AND received_at IS NULL)
               OR (shipment_id IS NOT NULL AND progress NOT IN ('Expected', 'Received', 'NeverSent', 'Lost') AND inspected_at IS NULL)
               OR (shipment_id IS NOT NULL AND progress = 'Lost' AND (received_at IS NULL) <> (inspected_at IS NULL))
               OR (shipment_id IS NOT NULL AND progress IN ('Prepared', 'PinSet', 'HandedOver') AND prepared_at IS NULL)
            """),
        new("検品と交付前設定は操作ログにある",
            """
            SELECT municipality, 'card', CAST(id AS text) FROM card
            WHERE (inspected_at IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM audit_entry WHERE audit_entry.municipality = card.municipality AND audit_entry.at = card.inspected_at))
               OR (prepared_at IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM audit_entry WHERE audit_entry.municipality = card.municipality AND audit_entry.at = card.prepared_at))
            """),
        new("カードは箱または位置に置かれている",
            """
            SELECT card.municipality, 'location', CAST(card.id AS text)
            FROM card JOIN location ON location.municipality = card.municipality AND location.id = card.location_id
            WHERE location.capacity IS NULL
            """),
        new("使っている位置のある箱には、カードを直接入れない",
            """
            SELECT box.municipality, 'location', CAST(box.id AS text)
            FROM location AS box
            WHERE box.capacity IS NOT NULL AND NOT box.retired AND EXISTS (
              SELECT 1 FROM location WHERE location.municipality = box.municipality AND location.parent_id = box.id AND NOT location.retired)
            """),
        new("保管場所には定員までのカードがある",
            """
            SELECT location.municipality, 'location', CAST(location.id AS text)
            FROM location JOIN card ON card.municipality = location.municipality AND card.location_id = location.id
            GROUP BY location.municipality, location.id, location.capacity HAVING COUNT(*) > location.capacity
            """),
        new("終わっていないカードには申請者がある",
            """
            SELECT card.municipality, 'card', CAST(card.id AS text)
            FROM card LEFT JOIN applicant ON applicant.municipality = card.municipality AND applicant.card_id = card.id
            WHERE applicant.card_id IS NULL AND card.progress IN ('Expected', 'Received', 'Inspected', 'Prepared', 'PinSet')
            """),
        new("カードの移動は操作ログにある",
            """
            SELECT movement.municipality, 'movement', CAST(movement.id AS text) FROM movement
            WHERE NOT EXISTS (
              SELECT 1 FROM audit_entry
              WHERE audit_entry.municipality = movement.municipality AND audit_entry.at = movement.at AND audit_entry.actor_id = movement.actor_id)
            """),
    ];
}
