using Tewatashi.Data;

namespace Tewatashi.Reservations;

/// <summary>What must hold of remade cards.</summary>
public static class RemadeInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("再作成で替わったカードは、保留であるか終わっている",
            """
            SELECT remade_card.municipality, 'card', CAST(card.id AS text)
            FROM remade_card JOIN card ON card.municipality = remade_card.municipality AND card.id = remade_card.old_card_id
            WHERE remade_card.ended_at IS NULL AND card.suspension IS NULL AND card.progress IN ('Expected', 'Received', 'Inspected', 'Prepared', 'PinSet')
            """),
    ];
}
