using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Notices;

namespace Tewatashi.Data;

/// <summary>Tables of notices.</summary>
internal static class NoticeTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<NoticeBatch>(table =>
        {
            table.ToTable("notice_batch", rules => rules.HasCheckConstraint("ck_notice_batch_stage", "stage >= 0"));
            table.HasKey(row => new { row.Municipality, row.Id });
        });
        model.Entity<NoticeBatchCard>(table =>
        {
            table.ToTable("notice_batch_card").HasKey(row => new { row.Municipality, row.BatchId, row.Ordinal });
            table.HasIndex(row => new { row.Municipality, row.CardId }).IsUnique().HasDatabaseName(NoticeBatchCard.WaitingIndex)
                .HasFilter("state = 'Waiting'");
            table.HasIndex(row => new { row.Municipality, row.CardId, row.BatchId });
            table.HasOne<NoticeBatch>().WithMany().HasForeignKey(row => new { row.Municipality, row.BatchId });
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
        });
        model.Entity<Notice>(table =>
        {
            table.ToTable("notice", rules => rules.HasCheckConstraint("ck_notice_stage", "stage >= 0"));
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.ReceptionNumber }).IsUnique();
            table.HasIndex(row => new { row.Municipality, row.Stage, row.DeadlineOn }).HasDatabaseName("ix_notice_sent").HasFilter("state = 'Sent'");
            table.HasIndex(row => new { row.Municipality, row.CardId }).IsUnique().HasDatabaseName("ux_notice_one_current_per_card")
                .HasFilter("state <> 'Withdrawn'");
            table.HasIndex(row => new { row.Municipality, row.BatchId, row.Ordinal });
            table.HasIndex(row => new { row.Municipality, row.CardId, row.BatchId });
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
            table.HasOne<NoticeBatch>().WithMany().HasForeignKey(row => new { row.Municipality, row.BatchId });
        });
    }
}
