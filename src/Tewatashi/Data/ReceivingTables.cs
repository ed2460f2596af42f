using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Cards.Receiving;
using Tewatashi.Imports;
using Tewatashi.Imports.Changes;

namespace Tewatashi.Data;

/// <summary>Tables of deliveries, their boxes and differences, of cards that belong together, and of the register's change lists.</summary>
internal static class ReceivingTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Shipment>(table =>
        {
            table.ToTable("shipment", rules => rules.HasCheckConstraint("ck_shipment_signed",
                "(difference IS NULL) = (signed_by IS NULL) AND (difference IS NULL) = (signed_with IS NULL) AND (signed_by IS NULL OR signed_by <> signed_with) AND (difference IS NULL OR state = 'Closed')"));
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => row.Municipality).IsUnique().HasDatabaseName(ReceiveByHand.OneOpen).HasFilter("by_hand_on IS NOT NULL AND state = 'Receiving'");
        });
        model.Entity<ShipmentBox>(table =>
        {
            table.ToTable("shipment_box", rules => rules.HasCheckConstraint("ck_shipment_box_emptied",
                "(emptied_at IS NULL) = (emptied_by IS NULL) AND (emptied_at IS NULL) = (emptied_with IS NULL) AND (emptied_by IS NULL OR emptied_by <> emptied_with) AND (emptied_at IS NULL OR arrived_at IS NOT NULL)"));
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.ShipmentId, row.Ordinal }).IsUnique().HasDatabaseName(ShipmentBox.OncePerShipment);
            table.HasOne<Shipment>().WithMany().HasForeignKey(row => new { row.Municipality, row.ShipmentId });
        });
        model.Entity<ShipmentFinding>(table =>
        {
            table.ToTable("shipment_finding", rules => rules.HasCheckConstraint("ck_shipment_finding_ended",
                "(end_reason IS NULL) = (ended_at IS NULL) AND (COALESCE(end_reason, '') IN ('NeverSent', 'LostInPost')) = (ended_with IS NOT NULL) AND (ended_with IS NULL OR ended_with <> ended_by)"));
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.ShipmentId, row.SerialNumber, row.Kind }).IsUnique().HasDatabaseName(ShipmentFinding.OneOpen).HasFilter("end_reason IS NULL");
            table.HasIndex(row => new { row.Municipality, row.SerialNumber });
            table.HasOne<Shipment>().WithMany().HasForeignKey(row => new { row.Municipality, row.ShipmentId });
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
        });
        model.Entity<KeptPair>(table =>
        {
            table.ToTable("kept_pair", rules => rules.HasCheckConstraint("ck_kept_pair_two", "first_id <> second_id"));
            table.HasKey(row => new { row.Municipality, row.FirstId, row.SecondId });
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.FirstId });
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.SecondId });
        });
        model.Entity<RemadeCard>(table =>
        {
            table.ToTable("remade_card", rules => rules.HasCheckConstraint("ck_remade_card_two", "old_card_id <> new_card_id"));
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.OldCardId }).IsUnique().HasDatabaseName("ux_remade_card_old").HasFilter("ended_at IS NULL");
            table.HasIndex(row => new { row.Municipality, row.NewCardId }).IsUnique().HasDatabaseName("ux_remade_card_new").HasFilter("ended_at IS NULL");
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.OldCardId });
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.NewCardId });
        });
        model.Entity<ChangeList>(table =>
        {
            table.ToTable("change_list", rules => rules.HasCheckConstraint("ck_change_list_ended", "(state = 'Ended') = (ended_at IS NOT NULL)"));
            table.HasKey(row => new { row.Municipality, row.Id });
        });
        model.Entity<ChangeRow>(table =>
        {
            table.ToTable("change_row", rules =>
            {
                // What names a person goes in the very update that decides the row.
                rules.HasCheckConstraint("ck_change_row_erased", "(state = 'Open') = (birthday IS NOT NULL) AND (state = 'Open' OR kana_name IS NULL)");
                rules.HasCheckConstraint("ck_change_row_card", "(state IN ('Suspended', 'Amended', 'AlreadyStopped')) = (card_id IS NOT NULL)");
            });
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.ListId, row.Line }).IsUnique();
            table.HasOne<ChangeList>().WithMany().HasForeignKey(row => new { row.Municipality, row.ListId });
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
        });
    }
}
