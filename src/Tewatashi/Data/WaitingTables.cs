using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Waiting;

namespace Tewatashi.Data;

/// <summary>Tables of 空き待ち: who waits, for whom, where, and what was offered.</summary>
internal static class WaitingTables
{
    public const string OneLivePerCard = "ux_waiting_entry_one_live_per_card";

    public static void Configure(ModelBuilder model)
    {
        model.Entity<WaitingEntry>(table =>
        {
            table.ToTable("waiting_entry", rules =>
            {
                rules.HasCheckConstraint("ck_waiting_entry_span", "from_on <= to_on");
                rules.HasCheckConstraint("ck_waiting_entry_ended", "(ended_at IS NULL) = (end_reason IS NULL)");
            });
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.CardId }).IsUnique().HasDatabaseName(OneLivePerCard).HasFilter("ended_at IS NULL");
            table.HasIndex(row => new { row.Municipality, row.CreatedAt }).HasFilter("ended_at IS NULL");
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
        });
        model.Entity<WaitingPerson>(table =>
        {
            table.ToTable("waiting_person").HasKey(row => new { row.Municipality, row.WaitingId, row.CardId });
            table.HasOne<WaitingEntry>().WithMany().HasForeignKey(row => new { row.Municipality, row.WaitingId });
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
        });
        model.Entity<WaitingCounter>(table =>
        {
            table.ToTable("waiting_counter").HasKey(row => new { row.Municipality, row.WaitingId, row.CounterId });
            table.HasOne<WaitingEntry>().WithMany().HasForeignKey(row => new { row.Municipality, row.WaitingId });
            table.HasOne<Counter>().WithMany().HasForeignKey(row => new { row.Municipality, row.CounterId });
        });
        model.Entity<SeatOffer>(table =>
        {
            table.ToTable("seat_offer", rules => rules.HasCheckConstraint("ck_seat_offer_ended", "(ended_at IS NULL) = (end_reason IS NULL)"));
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.WaitingId }).IsUnique().HasDatabaseName("ux_seat_offer_one_open_per_entry").HasFilter("ended_at IS NULL");
            table.HasIndex(row => new { row.Municipality, row.VisitId }).IsUnique();
            table.HasIndex(row => new { row.Municipality, row.ExpiresAt }).HasFilter("ended_at IS NULL");
            table.HasOne<WaitingEntry>().WithMany().HasForeignKey(row => new { row.Municipality, row.WaitingId });
            table.HasOne<Visit>().WithMany().HasForeignKey(row => new { row.Municipality, row.VisitId });
        });
    }
}
