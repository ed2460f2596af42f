using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Cards.Receiving;
using Tewatashi.Counters;
using Tewatashi.Counting;
using Tewatashi.Disposal;
using Tewatashi.HandOver;
using Tewatashi.HandOver.Closings;
using Tewatashi.HandOver.OldPapers;
using Tewatashi.HandOver.PinForms;
using Tewatashi.HandOver.Post;
using Tewatashi.HandOver.Terminal;
using Tewatashi.Imports;
using Tewatashi.Imports.Changes;
using Tewatashi.Incidents;
using Tewatashi.Mail;
using Tewatashi.Missing;
using Tewatashi.Municipalities;
using Tewatashi.Municipalities.IdentityPapers;
using Tewatashi.Municipalities.Reminders;
using Tewatashi.Notices;
using Tewatashi.Parcels;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Calls;
using Tewatashi.Reservations.Outages;
using Tewatashi.Reservations.Statuses;
using Tewatashi.Reservations.Waiting;
using Tewatashi.Staff;
using Tewatashi.Statistics;
using Tewatashi.Storage;
using Tewatashi.Transfers;
using Tewatashi.Vaults;

namespace Tewatashi.Data;

/// <summary>
/// The one model of both databases. Sees one municipality at a time: rows of every other are filtered away here, and once more
/// by PostgreSQL itself.
/// </summary>
public abstract class TewatashiContext(DbContextOptions options) : DbContext(options)
{
    // Not given once for all: a context serves one work after the other.
    private MunicipalityCode? current;

    /// <summary>The municipality whose rows are seen; null sees none.</summary>
    internal MunicipalityCode? Municipality => current;

    public DbSet<Municipality> Municipalities => Set<Municipality>();
    public DbSet<SetupMark> SetupMarks => Set<SetupMark>();
    public DbSet<MunicipalitySettings> Settings => Set<MunicipalitySettings>();
    public DbSet<MunicipalityText> Texts => Set<MunicipalityText>();
    public DbSet<BookingKind> BookingKinds => Set<BookingKind>();
    public DbSet<PaperRule> PaperRules => Set<PaperRule>();
    public DbSet<ReminderStage> ReminderStages => Set<ReminderStage>();
    public DbSet<Article> Articles => Set<Article>();
    public DbSet<StaffMember> StaffMembers => Set<StaffMember>();
    public DbSet<StaffDirectoryEntry> StaffDirectory => Set<StaffDirectoryEntry>();
    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();
    public DbSet<Card> Cards => Set<Card>();
    public DbSet<Applicant> Applicants => Set<Applicant>();
    public DbSet<Movement> Movements => Set<Movement>();
    public DbSet<Shipment> Shipments => Set<Shipment>();
    public DbSet<ShipmentBox> ShipmentBoxes => Set<ShipmentBox>();
    public DbSet<ShipmentFinding> ShipmentFindings => Set<ShipmentFinding>();
    public DbSet<KeptPair> KeptPairs => Set<KeptPair>();
    public DbSet<RemadeCard> RemadeCards => Set<RemadeCard>();
    public DbSet<ChangeList> ChangeLists => Set<ChangeList>();
    public DbSet<ChangeRow> ChangeRows => Set<ChangeRow>();
    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();
    public DbSet<Location> Locations => Set<Location>();
    public DbSet<Counter> Counters => Set<Counter>();
    public DbSet<OpeningHours> OpeningHours => Set<OpeningHours>();
    public DbSet<Closure> Closures => Set<Closure>();
    public DbSet<SpecialHours> SpecialHours => Set<SpecialHours>();
    public DbSet<FewerBooths> FewerBooths => Set<FewerBooths>();
    public DbSet<OfficeLimit> OfficeLimits => Set<OfficeLimit>();
    public DbSet<Outage> Outages => Set<Outage>();
    public DbSet<OutageCounter> OutageCounters => Set<OutageCounter>();
    public DbSet<TurnedAway> TurnedAway => Set<TurnedAway>();
    public DbSet<PlannedRule> PlannedRules => Set<PlannedRule>();
    public DbSet<Cell> Cells => Set<Cell>();
    public DbSet<Visit> Visits => Set<Visit>();
    public DbSet<Reservation> Reservations => Set<Reservation>();
    public DbSet<Call> Calls => Set<Call>();
    public DbSet<ProxyName> ProxyNames => Set<ProxyName>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<ContactAddress> ContactAddresses => Set<ContactAddress>();
    public DbSet<ResidentSession> ResidentSessions => Set<ResidentSession>();
    public DbSet<SessionPerson> SessionPersons => Set<SessionPerson>();
    public DbSet<StockCount> StockCounts => Set<StockCount>();
    public DbSet<CountScan> CountScans => Set<CountScan>();
    public DbSet<CountFinding> CountFindings => Set<CountFinding>();
    public DbSet<MissingCard> MissingCards => Set<MissingCard>();
    public DbSet<Incident> Incidents => Set<Incident>();
    public DbSet<IncidentStep> IncidentSteps => Set<IncidentStep>();
    public DbSet<DisposalBatch> DisposalBatches => Set<DisposalBatch>();
    public DbSet<DisposalCard> DisposalCards => Set<DisposalCard>();
    public DbSet<MakerReturn> MakerReturns => Set<MakerReturn>();
    public DbSet<OldPaper> OldPapers => Set<OldPaper>();
    public DbSet<TakeOut> TakeOuts => Set<TakeOut>();
    public DbSet<VaultOpening> VaultOpenings => Set<VaultOpening>();
    public DbSet<Parcel> Parcels => Set<Parcel>();
    public DbSet<ParcelLine> ParcelLines => Set<ParcelLine>();
    public DbSet<TransferOrder> TransferOrders => Set<TransferOrder>();
    public DbSet<NoticeBatch> NoticeBatches => Set<NoticeBatch>();
    public DbSet<NoticeBatchCard> NoticeBatchCards => Set<NoticeBatchCard>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<Posting> Postings => Set<Posting>();
    public DbSet<StatusLabel> StatusLabels => Set<StatusLabel>();
    public DbSet<HandOverRecord> HandOvers => Set<HandOverRecord>();
    public DbSet<HandOverAnswer> HandOverAnswers => Set<HandOverAnswer>();
    public DbSet<UnmovedCheck> UnmovedChecks => Set<UnmovedCheck>();
    public DbSet<CounterClosing> CounterClosings => Set<CounterClosing>();
    public DbSet<KeptCard> KeptCards => Set<KeptCard>();
    public DbSet<PinForm> PinForms => Set<PinForm>();
    public DbSet<PinFormMove> PinFormMoves => Set<PinFormMove>();
    public DbSet<TerminalList> TerminalLists => Set<TerminalList>();
    public DbSet<TerminalRow> TerminalRows => Set<TerminalRow>();
    public DbSet<DifferenceExplanation> DifferenceExplanations => Set<DifferenceExplanation>();
    public DbSet<ChecklistLine> ChecklistLines => Set<ChecklistLine>();
    public DbSet<Import> Imports => Set<Import>();
    public DbSet<ImportPart> ImportParts => Set<ImportPart>();
    public DbSet<ImportProblem> ImportProblems => Set<ImportProblem>();
    public DbSet<MailText> MailTexts => Set<MailText>();
    public DbSet<WaitingEntry> WaitingEntries => Set<WaitingEntry>();
    public DbSet<ApplicationCount> ApplicationCounts => Set<ApplicationCount>();
    public DbSet<WaitingPerson> WaitingPersons => Set<WaitingPerson>();
    public DbSet<WaitingCounter> WaitingCounters => Set<WaitingCounter>();
    public DbSet<SeatOffer> SeatOffers => Set<SeatOffer>();
    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<AuditSubject> AuditSubjects => Set<AuditSubject>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    /// <summary>Sees one municipality from now on; called by the provider whenever it hands out this context.</summary>
    internal virtual void Look(MunicipalityCode? municipality) => current = municipality;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conversions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        MunicipalityTables.Configure(modelBuilder);
        CardTables.Configure(modelBuilder);
        ReceivingTables.Configure(modelBuilder);
        CountTables.Configure(modelBuilder);
        DisposalTables.Configure(modelBuilder);
        ParcelTables.Configure(modelBuilder);
        TakeOutTables.Configure(modelBuilder);
        VaultTables.Configure(modelBuilder);
        ReservationTables.Configure(modelBuilder);
        DayTables.Configure(modelBuilder);
        NoticeTables.Configure(modelBuilder);
        PostTables.Configure(modelBuilder);
        WaitingTables.Configure(modelBuilder);
        ServiceTables.Configure(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().ToList())
        {
            TableRules.Apply(entity, (property, list) => Close(modelBuilder, property, list));
            if (typeof(IMunicipalityOwned).IsAssignableFrom(entity.ClrType))
                FilterMethod.MakeGenericMethod(entity.ClrType).Invoke(this, [modelBuilder]);
        }
    }

    /// <summary>Lets a column hold nothing but the names of a closed list's members.</summary>
    private protected abstract void Close(ModelBuilder model, IMutableProperty property, Type list);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State == EntityState.Modified) entry.Entity.Version++;
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private static readonly System.Reflection.MethodInfo FilterMethod =
        typeof(TewatashiContext).GetMethod(nameof(Filter), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!; // declared below

    private void Filter<T>(ModelBuilder modelBuilder) where T : class, IMunicipalityOwned =>
        modelBuilder.Entity<T>().HasQueryFilter(row => row.Municipality == current);
}
