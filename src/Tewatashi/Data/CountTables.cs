using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Counting;
using Tewatashi.Storage;

namespace Tewatashi.Data;

/// <summary>Tables of 棚卸: counts of places, the labels scanned, what differed.</summary>
internal static class CountTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<StockCount>(table =>
        {
            table.ToTable("stock_count", rules =>
            {
                rules.HasCheckConstraint("ck_stock_count_ended", "(state IN ('Planned', 'Open')) = (ended_at IS NULL)");
                rules.HasCheckConstraint("ck_stock_count_opened", "state NOT IN ('Open', 'Closed') OR opened_at IS NOT NULL");
            });
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.LocationId }).IsUnique().HasDatabaseName(Counts.OneLivePerPlace).HasFilter("ended_at IS NULL");
            table.HasIndex(row => new { row.Municipality, row.PlannedOn, row.DailyOrdinal }).IsUnique().HasDatabaseName(ProposeCounts.OncePerDay).HasFilter("daily_ordinal IS NOT NULL");
            table.HasIndex(row => new { row.Municipality, row.State, row.EndedAt });
            table.HasOne<Location>().WithMany().HasForeignKey(row => new { row.Municipality, row.LocationId });
        });
        model.Entity<CountScan>(table =>
        {
            table.ToTable("count_scan").HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.CountId, row.SerialNumber }).IsUnique();
            table.HasOne<StockCount>().WithMany().HasForeignKey(row => new { row.Municipality, row.CountId });
        });
        model.Entity<CountFinding>(table =>
        {
            table.ToTable("count_finding", rules => rules.HasCheckConstraint("ck_count_finding_ended", "(end_reason IS NULL) = (ended_at IS NULL)"));
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.CountId, row.SerialNumber }).IsUnique();
            table.HasIndex(row => new { row.Municipality, row.CardId });
            table.HasOne<StockCount>().WithMany().HasForeignKey(row => new { row.Municipality, row.CountId });
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
        });
    }
}
