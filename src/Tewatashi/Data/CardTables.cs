using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.Imports;
using Tewatashi.Storage;

namespace Tewatashi.Data;

/// <summary>Tables of cards, applicants, movements, deliveries and imports.</summary>
internal static class CardTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Import>(table => table.ToTable("import").HasKey(row => new { row.Municipality, row.Id }));
        model.Entity<ImportPart>(table =>
        {
            table.ToTable("import_part").HasKey(row => new { row.Municipality, row.ImportId, row.Ordinal });
            table.HasOne<Import>().WithMany().HasForeignKey(row => new { row.Municipality, row.ImportId });
        });
        model.Entity<ImportProblem>(table =>
        {
            table.ToTable("import_problem").HasKey(row => new { row.Municipality, row.ImportId, row.Ordinal });
            table.HasOne<Import>().WithMany().HasForeignKey(row => new { row.Municipality, row.ImportId });
        });

        model.Entity<Card>(table =>
        {
            table.ToTable("card", rules => rules.HasCheckConstraint("ck_card_place",
                "(place_kind = 'Storage') = (location_id IS NOT NULL) AND (place_kind = 'Tray') = (tray_counter_id IS NOT NULL)"));
            table.HasKey(row => new { row.Municipality, row.Id });
            table.Ignore(row => row.Place);
            table.HasIndex(row => new { row.Municipality, row.SerialNumber }).IsUnique();
            table.HasIndex(row => new { row.Municipality, row.DispatchNumber });
            table.HasIndex(row => new { row.Municipality, row.ShipmentId, row.Ordinal });
            table.HasIndex(row => new { row.Municipality, row.LocationId });
            table.HasIndex(row => new { row.Municipality, row.Progress, row.PlaceKind });
            table.HasIndex(row => new { row.Municipality, row.Suspension }).HasFilter("suspension IS NOT NULL");
            table.HasOne<Import>().WithMany().HasForeignKey(row => new { row.Municipality, row.ImportId });
            table.HasOne<Shipment>().WithMany().HasForeignKey(row => new { row.Municipality, row.ShipmentId });
            table.HasOne<Location>().WithMany().HasForeignKey(row => new { row.Municipality, row.LocationId });
            table.HasOne<Counter>().WithMany().HasForeignKey(row => new { row.Municipality, row.TrayCounterId });
        });
        model.Entity<Applicant>(table =>
        {
            table.ToTable("applicant").HasKey(row => new { row.Municipality, row.CardId });
            table.HasOne<Card>().WithOne().HasForeignKey<Applicant>(row => new { row.Municipality, row.CardId });
            table.HasIndex(row => new { row.Municipality, row.ApplicationIdToken });
            table.HasIndex(row => new { row.Municipality, row.KanaToken });
            table.HasIndex(row => new { row.Municipality, row.KanaToken2 });
            table.HasIndex(row => new { row.Municipality, row.KanaToken3 });
            table.HasIndex(row => new { row.Municipality, row.KanaToken4 });
            table.HasIndex(row => new { row.Municipality, row.BirthdayToken });
        });
        model.Entity<Movement>(table =>
        {
            table.ToTable("movement").HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.CardId, row.At });
            table.HasIndex(row => new { row.Municipality, row.At });
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
        });
        model.Entity<SavedSearch>(table => table.ToTable("saved_search").HasKey(row => new { row.Municipality, row.Id }));
    }
}
