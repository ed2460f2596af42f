using Tewatashi.Data;

namespace Tewatashi.Transfers;

/// <summary>What must hold between orders to bring cards over and the bookings they are for.</summary>
public static class TransferInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("予約による移送の指示には、移送先の庁舎での有効な予約がある",
            """
            SELECT transfer_order.municipality, 'no booking', CAST(transfer_order.id AS text)
            FROM transfer_order
            WHERE transfer_order.state = 'Ordered' AND transfer_order.visit_id IS NOT NULL AND NOT EXISTS (
              SELECT 1 FROM reservation JOIN visit ON visit.municipality = reservation.municipality AND visit.id = reservation.visit_id
              WHERE reservation.municipality = transfer_order.municipality AND reservation.card_id = transfer_order.card_id
                AND reservation.visit_id = transfer_order.visit_id AND reservation.state IN ('Booked', 'CheckedIn', 'NeedsRebooking')
                AND visit.building_id = transfer_order.to_building_id
                AND (visit.day = transfer_order.needed_on OR reservation.state = 'NeedsRebooking'))
            """),
        new("終わった移送の指示には終わりの時刻がある",
            """
            SELECT municipality, 'end', CAST(id AS text) FROM transfer_order WHERE (state = 'Ordered') <> (ended_at IS NULL)
            """),
    ];
}
