using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Mail;

namespace Tewatashi.Data;

/// <summary>Tables that serve all: the operation log, the outbox, the worker's queue, the platform's keys.</summary>
internal static class ServiceTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<AuditEntry>(table =>
        {
            table.ToTable("audit_entry").HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.ActorId, row.OperationId }).IsUnique()
                .HasDatabaseName("ux_audit_entry_operation").HasFilter("operation_id IS NOT NULL");
            table.HasIndex(row => new { row.Municipality, row.SubjectId });
            table.HasIndex(row => new { row.Municipality, row.At });
        });
        model.Entity<AuditSubject>(table =>
        {
            table.ToTable("audit_subject").HasKey(row => new { row.Municipality, row.EntryId, row.SubjectId });
            table.HasIndex(row => new { row.Municipality, row.SubjectId });
            table.HasOne<AuditEntry>().WithMany().HasForeignKey(row => new { row.Municipality, row.EntryId });
        });
        model.Entity<OutboxMail>(table =>
        {
            table.ToTable("outbox_mail").HasKey(row => new { row.Municipality, row.Id });
            table.HasIndex(row => new { row.Municipality, row.NextAttemptAt }).HasFilter("state = 'Waiting'");
            table.HasIndex(row => new { row.Municipality, row.CreatedAt }).HasFilter("state = 'Dead'");
            table.HasIndex(row => new { row.Municipality, row.VisitId });
            table.HasIndex(row => new { row.Municipality, row.VisitId, row.Kind, row.ForDay }).IsUnique()
                .HasDatabaseName("ux_outbox_mail_reminder").HasFilter("for_day IS NOT NULL");
        });
        model.Entity<MailText>(table => table.ToTable("mail_text").HasKey(row => new { row.Municipality, row.Kind, row.Language, row.Revision }));
        model.Entity<WorkItem>(table =>
        {
            table.ToTable("work_item").HasKey(row => new { row.Municipality, row.Kind, row.SubjectId });
            table.HasIndex(row => row.DueAt);
        });
        model.Entity<SchemaRequirement>(table =>
        {
            table.ToTable("schema_requirement").HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
        });
        model.Entity<DataProtectionKey>(table => table.ToTable("data_protection_key").HasKey(row => new { row.Face, row.Name }));
    }
}
