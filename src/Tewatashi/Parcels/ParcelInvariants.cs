using Tewatashi.Data;

namespace Tewatashi.Parcels;

/// <summary>What must hold between parcels and the places of their cards.</summary>
public static class ParcelInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("移送中のカードは、終わっていない移送便1つに入っている",
            """
            SELECT card.municipality, 'card', CAST(card.id AS text) FROM card
            WHERE (card.place_kind = 'Transit') <> ((
              SELECT COUNT(*) FROM parcel_line JOIN parcel ON parcel.municipality = parcel_line.municipality AND parcel.id = parcel_line.parcel_id
              WHERE parcel_line.municipality = card.municipality AND parcel_line.card_id = card.id
                AND parcel_line.state = 'Packed' AND parcel.state IN ('Packing', 'OnTheWay', 'Received')) = 1)
            """),
        new("終わった移送便に、届くのを待つカードはない",
            """
            SELECT parcel.municipality, 'parcel', CAST(parcel.id AS text)
            FROM parcel JOIN parcel_line ON parcel_line.municipality = parcel.municipality AND parcel_line.parcel_id = parcel.id
            WHERE parcel.state IN ('Closed', 'GivenUp') AND parcel_line.state = 'Packed'
            """),
        new("過不足のある移送便だけが、二人の確認で終わっている",
            """
            SELECT parcel.municipality, 'parcel', CAST(parcel.id AS text) FROM parcel
            WHERE parcel.state = 'Closed' AND (parcel.signed_by IS NOT NULL) <> EXISTS (
              SELECT 1 FROM parcel_line
              WHERE parcel_line.municipality = parcel.municipality AND parcel_line.parcel_id = parcel.id AND parcel_line.state IN ('Missing', 'Extra'))
            """),
    ];
}
