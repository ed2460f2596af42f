using Tewatashi.Data;

namespace Tewatashi.Missing;

/// <summary>What must hold of searches: whoever is missed is looked for, and what was lost is an incident.</summary>
public static class MissingInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("所在不明のカードは、捜索中か紛失確定である",
            """
            SELECT card.municipality, card.progress, CAST(card.id AS text) FROM card
            WHERE (card.place_kind = 'Missing' AND card.progress <> 'Lost') <> EXISTS (
              SELECT 1 FROM missing_card
              WHERE missing_card.municipality = card.municipality AND missing_card.card_id = card.id AND missing_card.ended_at IS NULL)
            """),
        new("紛失確定のカードには、事故の記録がある",
            """
            SELECT card.municipality, 'card', CAST(card.id AS text) FROM card
            WHERE card.progress = 'Lost' AND NOT EXISTS (
              SELECT 1 FROM incident WHERE incident.municipality = card.municipality AND incident.card_id = card.id AND incident.kind = 'CardLost' AND incident.second_id IS NOT NULL)
            """),
    ];
}
