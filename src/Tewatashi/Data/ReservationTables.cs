using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.HandOver;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Calls;
using Tewatashi.Reservations.Outages;
using Tewatashi.Reservations.Waiting;
using Tewatashi.Storage;
using Tewatashi.Transfers;

namespace Tewatashi.Data;

/// <summary>Tables of visits, reservations, contacts, residents' sessions and hand-overs.</summary>
internal static class ReservationTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Visit>(table =>
        {
            table.ToTable("visit", rules =>
            {
                rules.HasCheckConstraint("ck_visit_minutes", "minutes > 0 AND minutes % grid_minutes = 0");
                rules.HasCheckConstraint("ck_visit_lost", "(lost_at IS NULL) = (priority_until IS NULL) AND (lost_at IS NULL OR seat = 'Released')");
                rules.HasCheckConstraint("ck_visit_hold", "(seat = 'Held') = (hold_expires_at IS NOT NULL)");
            });
            table.HasKey(row => new { row.Municipality, row.Id });
            table.Ignore(row => row.EndsAt);
            table.HasIndex(row => new { row.Municipality, row.ReservationNumber }).IsUnique();
            table.HasIndex(row => new { row.Municipality, row.Day, row.CounterId });
            table.HasIndex(row => new { row.Municipality, row.HoldExpiresAt }).HasFilter("seat = 'Held'");
            table.HasIndex(row => new { row.Municipality, row.OwnerToken }).HasFilter("owner_token IS NOT NULL");
            table.HasOne<Counter>().WithMany().HasForeignKey(row => new { row.Municipality, row.CounterId });
        });
        model.Entity<Reservation>(table =>
        {
            table.ToTable("reservation", rules => rules.HasCheckConstraint("ck_reservation_card", "card_id IS NOT NULL OR kind_id IS NOT NULL"));
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasOne<BookingKind>().WithMany().HasForeignKey(row => new { row.Municipality, row.KindId });
            table.HasIndex(row => new { row.Municipality, row.VisitId, row.Ordinal }).IsUnique();
            table.HasIndex(row => new { row.Municipality, row.CardId }).IsUnique().HasDatabaseName("ux_reservation_one_live_per_card")
                .HasFilter("state IN ('Held', 'Booked', 'CheckedIn', 'NeedsRebooking')");
            table.HasIndex(row => new { row.Municipality, row.CardId, row.EndedAt });
            table.HasOne<Visit>().WithMany().HasForeignKey(row => new { row.Municipality, row.VisitId });
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
        });
        model.Entity<Call>(table =>
        {
            table.ToTable("call", rules => rules.HasCheckConstraint("ck_call_not_reached", "not_reached >= 0"));
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.CardId, row.Reason }).IsUnique().HasDatabaseName(Call.OneLive)
                .HasFilter("state IN ('Open', 'NotReached', 'Reached')");
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
        });
        model.Entity<TurnedAway>(table =>
        {
            table.ToTable("turned_away").HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.OutageId, row.ReservationId }).IsUnique().HasDatabaseName(TurnedAway.OnceForABooking).HasFilter("reservation_id IS NOT NULL");
            table.HasOne<Outage>().WithMany().HasForeignKey(row => new { row.Municipality, row.OutageId });
            table.HasOne<Reservation>().WithMany().HasForeignKey(row => new { row.Municipality, row.ReservationId });
        });
        model.Entity<ProxyName>(table =>
        {
            table.ToTable("proxy_name").HasKey(row => new { row.Municipality, row.Id });
            table.HasOne<Reservation>().WithMany().HasForeignKey(row => new { row.Municipality, row.ReservationId });
        });
        model.Entity<Contact>(table =>
        {
            table.ToTable("contact", rules => rules.HasCheckConstraint("ck_contact_for_one", "visit_id IS NOT NULL OR waiting_id IS NOT NULL OR address_token IS NOT NULL"));
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.TokenHash }).IsUnique();
            table.HasIndex(row => new { row.Municipality, row.AddressToken }).HasFilter("address_token IS NOT NULL");
            table.HasOne<Visit>().WithMany().HasForeignKey(row => new { row.Municipality, row.VisitId });
            table.HasOne<WaitingEntry>().WithMany().HasForeignKey(row => new { row.Municipality, row.WaitingId });
        });
        model.Entity<ContactAddress>(table =>
        {
            table.ToTable("contact_address").HasKey(row => new { row.Municipality, row.ContactId });
            table.HasOne<Contact>().WithOne().HasForeignKey<ContactAddress>(row => new { row.Municipality, row.ContactId });
        });
        model.Entity<ResidentSession>(table =>
        {
            table.ToTable("resident_session", rules => rules.HasCheckConstraint("ck_resident_session_subject", "(card_id IS NULL) = (notice_id IS NULL) AND (card_id IS NULL) <> (contact_id IS NULL)"));
            table.HasKey(row => new { row.Municipality, row.SecretHash });
            table.HasIndex(row => new { row.Municipality, row.CardId });
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
        });
        model.Entity<SessionPerson>(table =>
        {
            table.ToTable("session_person").HasKey(row => new { row.Municipality, row.SecretHash, row.Ordinal });
            table.HasIndex(row => new { row.Municipality, row.SecretHash, row.CardId }).IsUnique().HasFilter("card_id IS NOT NULL");
            table.HasOne<BookingKind>().WithMany().HasForeignKey(row => new { row.Municipality, row.KindId });
            table.HasOne<ResidentSession>().WithMany().HasForeignKey(row => new { row.Municipality, row.SecretHash });
        });
        model.Entity<TransferOrder>(table =>
        {
            table.ToTable("transfer_order").HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.CardId }).IsUnique().HasDatabaseName(TransferOrder.OneLive).HasFilter("state = 'Ordered'");
            table.HasIndex(row => new { row.Municipality, row.VisitId });
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
            table.HasOne<Visit>().WithMany().HasForeignKey(row => new { row.Municipality, row.VisitId });
            table.HasOne<Location>().WithMany().HasForeignKey(row => new { row.Municipality, row.FromBuildingId });
            table.HasOne<Location>().WithMany().HasForeignKey(row => new { row.Municipality, row.ToBuildingId });
        });
        model.Entity<HandOverRecord>(table =>
        {
            table.ToTable("hand_over", rules =>
            {
                rules.HasCheckConstraint("ck_hand_over_happened", "happened_at <= at");
                rules.HasCheckConstraint("ck_hand_over_second", "second_id <> staff_member_id");
                rules.HasCheckConstraint("ck_hand_over_exceptions", "exceptions = 'None' OR second_id IS NOT NULL");
                rules.HasCheckConstraint("ck_hand_over_cancelled", "(cancelled_at IS NULL) = (cancelled_by IS NULL) AND (cancelled_at IS NULL) = (cancelled_with IS NULL) AND (cancelled_at IS NULL) = (cancel_reason IS NULL)");
                rules.HasCheckConstraint("ck_hand_over_cancelled_with", "cancelled_with <> cancelled_by");
            });
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.CardId }).IsUnique().HasDatabaseName("ux_hand_over_one_standing_per_card").HasFilter("cancelled_at IS NULL");
            table.HasIndex(row => new { row.Municipality, row.ReservationId }).IsUnique();
            table.HasIndex(row => new { row.Municipality, row.FileNumber });
            table.HasIndex(row => new { row.Municipality, row.CounterId, row.At });
            table.HasOne<Card>().WithMany().HasForeignKey(row => new { row.Municipality, row.CardId });
            table.HasOne<Reservation>().WithMany().HasForeignKey(row => new { row.Municipality, row.ReservationId });
        });
        model.Entity<HandOverAnswer>(table =>
        {
            table.ToTable("hand_over_answer").HasKey(row => new { row.Municipality, row.HandOverId, row.Question });
            table.HasOne<HandOverRecord>().WithMany().HasForeignKey(row => new { row.Municipality, row.HandOverId });
        });
        model.Entity<ChecklistLine>(table => table.ToTable("checklist_line").HasKey(row => new { row.Municipality, row.Code, row.Revision }));
    }
}
