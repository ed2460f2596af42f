using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.Disposal;
using Tewatashi.HandOver;
using Tewatashi.HandOver.OldPapers;
using Tewatashi.Incidents;
using Tewatashi.Missing;
using Tewatashi.Storage;

namespace Tewatashi.Data;

/// <summary>Tables of searches, incidents, disposals, returns to the maker and old papers.</summary>
internal static class DisposalTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<MissingCard>(table =>
        {
            table.ToTable("missing_card", rules => rules.HasCheckConstraint("ck_missing_card_ended", "(end_reason IS NULL) = (ended_at IS NULL)"));
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.CardId }).IsUnique().HasDatabaseName(MissingCard.OneRunning).HasFilter("ended_at IS NULL");
            table.HasIndex(row => new { row.Municipality, row.EndedAt });
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
            table.HasOne<Location>().WithMany().HasForeignKey(row => new { row.Municipality, row.LastLocationId });
            table.HasOne<Counter>().WithMany().HasForeignKey(row => new { row.Municipality, row.LastCounterId });
        });
        model.Entity<Incident>(table =>
        {
            table.ToTable("incident").HasKey(row => new { row.Municipality, row.Id });
            table.Ignore(row => row.Display);
            table.Ignore(row => row.Clock);
            table.HasIndex(row => new { row.Municipality, row.Year, row.Number }).IsUnique().HasDatabaseName(Incident.Numbered);
            table.HasIndex(row => new { row.Municipality, row.CardId });
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
        });
        model.Entity<IncidentStep>(table =>
        {
            table.ToTable("incident_step").HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.IncidentId });
            table.HasOne<Incident>().WithMany().HasForeignKey(row => new { row.Municipality, row.IncidentId });
        });
        model.Entity<DisposalBatch>(table =>
        {
            table.ToTable("disposal_batch", rules =>
            {
                rules.HasCheckConstraint("ck_disposal_batch_approver", "approved_by <> proposed_by AND (approved_at IS NULL) = (approved_by IS NULL)");
                rules.HasCheckConstraint("ck_disposal_batch_approved", "state NOT IN ('Approved', 'Closed') OR approved_by IS NOT NULL");
                rules.HasCheckConstraint("ck_disposal_batch_ended", "(state IN ('Closed', 'GivenUp')) = (ended_at IS NOT NULL)");
            });
            table.HasKey(row => new { row.Municipality, row.Id });
            table.Ignore(row => row.Display);
            table.HasIndex(row => new { row.Municipality, row.Year, row.Number }).IsUnique().HasDatabaseName(DisposalBatch.Numbered);
        });
        model.Entity<DisposalCard>(table =>
        {
            table.ToTable("disposal_card", rules =>
            {
                rules.HasCheckConstraint("ck_disposal_card_abolished", "(abolished_at IS NULL) = (abolished_by IS NULL) AND (state NOT IN ('Abolished', 'Scanned', 'Destroyed') OR abolished_at IS NOT NULL)");
                rules.HasCheckConstraint("ck_disposal_card_ended", "(state IN ('Destroyed', 'DroppedOut')) = (ended_at IS NOT NULL) AND (ended_at IS NULL) = (ended_by IS NULL)");
                rules.HasCheckConstraint("ck_disposal_card_dropped", "(state = 'DroppedOut') = (drop_reason IS NOT NULL)");
                rules.HasCheckConstraint("ck_disposal_card_witness", "(state = 'Destroyed') = (witness_id IS NOT NULL) AND (witness_id IS NULL OR witness_id <> ended_by)");
            });
            table.HasKey(row => new { row.Municipality, row.BatchId, row.CardId });
            table.HasIndex(row => new { row.Municipality, row.CardId }).IsUnique().HasDatabaseName(DisposalCard.OneRunning).HasFilter("ended_at IS NULL");
            table.HasOne<DisposalBatch>().WithMany().HasForeignKey(row => new { row.Municipality, row.BatchId });
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
        });
        model.Entity<MakerReturn>(table =>
        {
            table.ToTable("maker_return", rules => rules.HasCheckConstraint("ck_maker_return_second", "second_id <> staff_member_id"));
            table.HasKey(row => new { row.Municipality, row.CardId });
            table.HasOne<Card>().WithOne().HasForeignKey<MakerReturn>(row => new { row.Municipality, row.CardId });
        });
        model.Entity<OldPaper>(table =>
        {
            table.ToTable("old_paper", rules =>
            {
                rules.HasCheckConstraint("ck_old_paper_count", "count > 0");
                rules.HasCheckConstraint("ck_old_paper_destroyed", "(destroyed_at IS NULL) = (destroyed_by IS NULL) AND (destroyed_at IS NULL) = (witness_id IS NULL) AND (destroyed_at IS NULL OR handling = 'Kept')");
                rules.HasCheckConstraint("ck_old_paper_witness", "witness_id <> destroyed_by");
            });
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.HandOverId });
            table.HasIndex(row => new { row.Municipality, row.TakenAt }).HasFilter("handling = 'Kept' AND destroyed_at IS NULL");
            table.HasOne<HandOverRecord>().WithMany().HasForeignKey(row => new { row.Municipality, row.HandOverId });
        });
    }
}
