using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.HandOver;
using Tewatashi.HandOver.Closings;
using Tewatashi.HandOver.PinForms;
using Tewatashi.HandOver.Terminal;

namespace Tewatashi.Data;

/// <summary>Tables of the counter's day: 異動なし確認, 締め, 暗証番号設定依頼書, the national terminal's list.</summary>
internal static class DayTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<UnmovedCheck>(table =>
        {
            table.ToTable("unmoved_check").HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.Day, row.CardId }).IsUnique();
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
        });
        model.Entity<CounterClosing>(table =>
        {
            table.ToTable("counter_closing", rules =>
            {
                rules.HasCheckConstraint("ck_counter_closing_reopened", "(reopened_at IS NULL) = (reopened_by IS NULL)");
                rules.HasCheckConstraint("ck_counter_closing_counts",
                    "handed_over >= 0 AND not_handed_over >= 0 AND no_shows >= 0 AND kept_cards >= 0 AND pin_forms >= 0 AND reissue_fees >= 0 AND express_fees >= 0 AND old_papers >= 0 AND old_papers_counted >= 0");
            });
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.CounterId, row.Day }).IsUnique().HasDatabaseName(CounterClosing.OneStanding).HasFilter("reopened_at IS NULL");
            table.HasOne<Counter>().WithMany().HasForeignKey(row => new { row.Municipality, row.CounterId });
        });
        model.Entity<KeptCard>(table =>
        {
            table.ToTable("kept_card", rules => rules.HasCheckConstraint("ck_kept_card_second", "(second_id IS NULL) = (reason = 'NextDay') AND (second_id IS NULL OR second_id <> signed_by)"));
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.CounterId, row.Day, row.CardId }).IsUnique();
            table.HasOne<Counter>().WithMany().HasForeignKey(row => new { row.Municipality, row.CounterId });
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
        });
        model.Entity<PinForm>(table =>
        {
            table.ToTable("pin_form", rules => rules.HasCheckConstraint("ck_pin_form_ended", "(ended_at IS NULL) = (state IN ('Sealed', 'TakenOut'))"));
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.CardId }).IsUnique().HasDatabaseName(PinForm.OneInCustody).HasFilter("ended_at IS NULL");
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
            table.HasOne<Counter>().WithMany().HasForeignKey(row => new { row.Municipality, row.CounterId });
        });
        model.Entity<PinFormMove>(table =>
        {
            table.ToTable("pin_form_move", rules => rules.HasCheckConstraint("ck_pin_form_move_second", "(second_id IS NOT NULL) = (step = 'Destroy') AND (second_id IS NULL OR second_id <> staff_member_id)"));
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.FormId });
            table.HasOne<PinForm>().WithMany().HasForeignKey(row => new { row.Municipality, row.FormId });
        });
        model.Entity<TerminalList>(table =>
        {
            table.ToTable("terminal_list", rules => rules.HasCheckConstraint("ck_terminal_list_lines", "lines >= 0"));
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.Day });
        });
        model.Entity<TerminalRow>(table =>
        {
            table.ToTable("terminal_row").HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.SerialNumber, row.Kind, row.Day }).IsUnique();
            table.HasIndex(row => new { row.Municipality, row.Day });
            table.HasOne<TerminalList>().WithMany().HasForeignKey(row => new { row.Municipality, row.ListId });
        });
        model.Entity<DifferenceExplanation>(table =>
        {
            table.ToTable("difference_explanation").HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.Day, row.SerialNumber, row.Side }).IsUnique();
        });
    }
}
