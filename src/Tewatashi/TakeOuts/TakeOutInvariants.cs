using Tewatashi.Data;

namespace Tewatashi.TakeOuts;

/// <summary>What must hold between 持出し and the places of cards.</summary>
public static class TakeOutInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("持出し中のカードだけに、戻っていない持出しの記録が1つある",
            """
            SELECT card.municipality, 'card', CAST(card.id AS text) FROM card
            WHERE (card.place_kind = 'TakenOut') <> ((
              SELECT COUNT(*) FROM take_out WHERE take_out.municipality = card.municipality AND take_out.card_id = card.id AND take_out.ended_at IS NULL) = 1)
            """),
    ];
}
