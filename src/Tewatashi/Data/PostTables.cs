using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.HandOver.Post;
using Tewatashi.Reservations.Statuses;

namespace Tewatashi.Data;

/// <summary>Tables of 郵送交付, and of the words for 処理状況.</summary>
internal static class PostTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Posting>(table =>
        {
            table.ToTable("posting", rules =>
            {
                rules.HasCheckConstraint("ck_posting_tracking", "(tracking_number IS NULL) = (tracking_decision IS NULL)");
                rules.HasCheckConstraint("ck_posting_ended", "(state = 'Posted') = (ended_at IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)");
                rules.HasCheckConstraint("ck_posting_delivered", "(state = 'Delivered') = (delivered_on IS NOT NULL) AND (state = 'Returned') = (return_reason IS NOT NULL)");
                rules.HasCheckConstraint("ck_posting_cancelled", "(cancelled_at IS NULL) = (cancelled_by IS NULL) AND (cancelled_at IS NULL) = (cancelled_with IS NULL) AND (cancelled_at IS NULL OR cancelled_with <> cancelled_by)");
            });
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.CardId }).IsUnique().HasDatabaseName(Posting.OneStanding).HasFilter("state <> 'Returned'");
            table.HasIndex(row => new { row.Municipality, row.TrackingNumber }).IsUnique().HasDatabaseName(Posting.OneUnderWay).HasFilter("tracking_number IS NOT NULL AND state = 'Posted'");
            table.HasIndex(row => new { row.Municipality, row.State, row.PostedAt });
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
        });
        model.Entity<StatusLabel>(table => table.ToTable("status_label").HasKey(row => new { row.Municipality, row.Status }));
    }
}
