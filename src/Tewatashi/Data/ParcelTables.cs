using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Parcels;
using Tewatashi.Storage;

namespace Tewatashi.Data;

/// <summary>Tables of 移送便: parcels between offices and their cards.</summary>
internal static class ParcelTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Parcel>(table =>
        {
            table.ToTable("parcel", rules =>
            {
                rules.HasCheckConstraint("ck_parcel_offices", "from_building_id <> to_building_id");
                rules.HasCheckConstraint("ck_parcel_sent", "(state IN ('Packing', 'GivenUp')) = (sent_at IS NULL) AND (sent_at IS NULL) = (due_on IS NULL)");
                rules.HasCheckConstraint("ck_parcel_received", "(state <> 'Received' OR received_at IS NOT NULL) AND (state IN ('Received', 'Closed') OR received_at IS NULL)");
                rules.HasCheckConstraint("ck_parcel_ended", "(state IN ('Closed', 'GivenUp')) = (ended_at IS NOT NULL)");
                rules.HasCheckConstraint("ck_parcel_signed", "signed_by IS NULL OR (state = 'Closed' AND signed_by <> ended_by)");
            });
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.Number }).IsUnique();
            table.HasIndex(row => new { row.Municipality, row.State, row.DueOn });
            table.HasOne<Location>().WithMany().HasForeignKey(row => new { row.Municipality, row.FromBuildingId });
            table.HasOne<Location>().WithMany().HasForeignKey(row => new { row.Municipality, row.ToBuildingId });
        });
        model.Entity<ParcelLine>(table =>
        {
            table.ToTable("parcel_line", rules => rules.HasCheckConstraint("ck_parcel_line_ended", "(state = 'Packed') = (ended_at IS NULL)"));
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.ParcelId, row.State });
            table.HasIndex(row => new { row.Municipality, row.CardId }).IsUnique().HasDatabaseName(ParcelLine.OneLivePerCard).HasFilter("state = 'Packed'");
            table.HasIndex(row => new { row.Municipality, row.SerialNumber });
            table.HasOne<Parcel>().WithMany().HasForeignKey(row => new { row.Municipality, row.ParcelId });
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
        });
    }
}
