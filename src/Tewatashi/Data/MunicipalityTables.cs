using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Municipalities;
using Tewatashi.Municipalities.IdentityPapers;
using Tewatashi.Municipalities.Reminders;
using Tewatashi.Staff;
using Tewatashi.Statistics;
using Tewatashi.Storage;

namespace Tewatashi.Data;

/// <summary>Tables of the municipality, its staff, its storage and its counters.</summary>
internal static class MunicipalityTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Municipality>(table =>
        {
            table.ToTable("municipality").HasKey(row => row.Key);
            table.HasIndex(row => row.Code).IsUnique();
        });
        model.Entity<MunicipalitySettings>(table => table.ToTable("municipality_settings").HasKey(row => row.Municipality));
        model.Entity<SetupMark>(table => table.ToTable("setup_mark").HasKey(row => row.Municipality));
        model.Entity<MunicipalityText>(table => table.ToTable("municipality_text").HasKey(row => new { row.Municipality, row.Key, row.Revision }));
        model.Entity<PaperRule>(table => table.ToTable("paper_rule").HasKey(row => new { row.Municipality, row.PaperCase }));
        model.Entity<ReminderStage>(table =>
        {
            table.ToTable("reminder_stage", rules => rules.HasCheckConstraint("ck_reminder_stage_days", "stage >= 1 AND days >= 0 AND deadline_days > 0"));
            table.HasKey(row => new { row.Municipality, row.Stage });
            table.Ignore(row => row.When);
        });
        model.Entity<Article>(table => table.ToTable("article").HasKey(row => new { row.Municipality, row.Id }));
        model.Entity<BookingKind>(table =>
        {
            table.ToTable("booking_kind", rules => rules.HasCheckConstraint("ck_booking_kind_minutes", "minutes > 0"));
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.Name }).IsUnique();
            table.Ignore(row => row.IsOn);
            table.Ignore(row => row.ThingsToBring);
        });

        model.Entity<StaffDirectoryEntry>(table => table.ToTable("staff_directory").HasKey(row => row.UserId));
        model.Entity<StaffMember>(table =>
        {
            table.ToTable("staff_member").HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.UserId }).IsUnique();
        });
        model.Entity<StaffSession>(table =>
        {
            table.ToTable("staff_session").HasKey(row => new { row.Municipality, row.SecretHash });
            table.HasOne<StaffMember>().WithMany().HasForeignKey(row => new { row.Municipality, row.StaffMemberId });
        });

        model.Entity<Location>(table =>
        {
            table.ToTable("location").HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.Path }).IsUnique();
            table.HasOne<Location>().WithMany().HasForeignKey(row => new { row.Municipality, row.ParentId });
        });

        model.Entity<Counter>(table =>
        {
            table.ToTable("counter", rules => rules.HasCheckConstraint("ck_counter_grid_minutes", "grid_minutes IN (5, 10, 15)"));
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.Code }).IsUnique();
            table.HasOne<Location>().WithMany().HasForeignKey(row => new { row.Municipality, row.BuildingId });
        });
        model.Entity<OpeningHours>(table =>
        {
            table.ToTable("opening_hours", rules => rules.HasCheckConstraint("ck_opening_hours_booths", "booths > 0"));
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasOne<Counter>().WithMany().HasForeignKey(row => new { row.Municipality, row.CounterId });
        });
        model.Entity<ApplicationCount>(table =>
        {
            table.ToTable("application_count", rules => rules.HasCheckConstraint("ck_application_count_count", "count >= 0"));
            table.HasKey(row => new { row.Municipality, row.Day });
        });
        model.Entity<Closure>(table =>
        {
            table.ToTable("closure").HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.Day });
            table.HasOne<Counter>().WithMany().HasForeignKey(row => new { row.Municipality, row.CounterId });
        });
        model.Entity<SpecialHours>(table =>
        {
            table.ToTable("special_hours", rules =>
            {
                rules.HasCheckConstraint("ck_special_hours_booths", "booths > 0");
                rules.HasCheckConstraint("ck_special_hours_times", "opens_at < closes_at");
            });
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.Day });
            table.HasOne<Counter>().WithMany().HasForeignKey(row => new { row.Municipality, row.CounterId });
        });
        model.Entity<FewerBooths>(table =>
        {
            table.ToTable("fewer_booths", rules =>
            {
                rules.HasCheckConstraint("ck_fewer_booths_booths", "booths > 0");
                rules.HasCheckConstraint("ck_fewer_booths_times", "from_at < until_at");
            });
            table.HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.Day });
            table.HasOne<Counter>().WithMany().HasForeignKey(row => new { row.Municipality, row.CounterId });
        });
        model.Entity<OfficeLimit>(table =>
        {
            table.ToTable("office_limit", rules => rules.HasCheckConstraint("ck_office_limit_visits", "visits > 0"));
            table.HasKey(row => new { row.Municipality, row.BuildingId, row.EffectiveOn });
            table.HasOne<Location>().WithMany().HasForeignKey(row => new { row.Municipality, row.BuildingId });
        });
        model.Entity<Outage>(table =>
        {
            table.ToTable("outage", rules => rules.HasCheckConstraint("ck_outage_times", "from_at < until_at"));
            table.HasKey(row => new { row.Municipality, row.Id });
            table.Ignore(row => row.OverAt);
            table.HasIndex(row => row.Municipality).IsUnique().HasDatabaseName(Outage.OneRunning).HasFilter("ended_at IS NULL");
        });
        model.Entity<OutageCounter>(table =>
        {
            table.ToTable("outage_counter").HasKey(row => new { row.Municipality, row.OutageId, row.CounterId });
            table.HasOne<Outage>().WithMany().HasForeignKey(row => new { row.Municipality, row.OutageId });
            table.HasOne<Counter>().WithMany().HasForeignKey(row => new { row.Municipality, row.CounterId });
        });
        model.Entity<PlannedRule>(table => table.ToTable("planned_rule").HasKey(row => new { row.Municipality, row.EffectiveOn, row.Field }));
        model.Entity<Cell>(table =>
        {
            table.ToTable("cell", rules =>
            {
                rules.HasCheckConstraint("ck_cell_taken", "taken >= 0 AND taken <= capacity");
                rules.HasCheckConstraint("ck_cell_taken_on_web", "taken_on_web >= 0 AND taken_on_web <= taken");
                rules.HasCheckConstraint("ck_cell_kept", "kept >= 0 AND kept <= capacity");
            });
            table.HasKey(row => new { row.Municipality, row.OwnerId, row.Day, row.Minute });
        });
    }
}
