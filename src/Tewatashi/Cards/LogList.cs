using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Staff;

namespace Tewatashi.Cards;

/// <summary>操作ログの書き出し: who did what, when, from where, to which card. Codes and counts as they were recorded; the log holds none of the fourteen items.</summary>
public sealed class LogList : OfficeList<LogList.Row>
{
    public static readonly ListField<Guid> Person = ListFields.FromDatabase("Person", "だれが");
    public static readonly ListField<OperationKind> Kind = ListFields.Choice<OperationKind>("Kind", "何をしたか", kind => kind.Name());
    public static readonly ListField<Guid> Card = ListFields.FromDatabase("Card", "どのカードに");
    public static readonly ListSpan Days = new("日時");

    public sealed record Row : ListRow
    {
        public required DateTimeOffset At { get; init; }
        public required ActorKind ActorKind { get; init; }
        public required string ActorId { get; init; }
        public required string? Role { get; init; }
        public required string Source { get; init; }
        public required OperationKind Operation { get; init; }
        public required string Outcome { get; init; }
        public required Guid? SubjectId { get; init; }
        public required string? Detail { get; init; }
        public required SerialNumber? SerialNumber { get; init; }

        public string? Who { get; set; }
    }

    public override string Code => "log";
    public override string Name => "操作ログ";
    public override string Path => "/audit";
    public override Permission Permission => Permission.ViewAudit;
    public override OperationKind? Viewed => OperationKind.SearchAudit;
    public override string DefaultOrder => "At";
    public override bool DefaultDescending => true;
    public override IReadOnlyList<ListField> Fields { get; } = [Days.From, Days.Until, Person, Kind, Card];

    protected override IReadOnlyList<ListColumn<Row>> Of { get; } =
    [
        new("At", "日時", row => row.At, By(row => row.At)),
        new("Who", "だれが", row => row.Who),
        new("Role", "役割", row => Enum.TryParse<StaffRoles>(row.Role, out var roles) ? roles.Name() : ""),
        new("Source", "どこから", row => row.Source),
        new("Operation", "操作", row => row.Operation.Name()),
        new("Outcome", "結果", row => OutcomeNames.Of(row.Operation, row.Outcome)),
        new("Serial", "対象のカード", row => row.SerialNumber?.Display),
        new("Subject", "対象のID", row => row.SubjectId?.ToString()),
        new("Detail", "くわしく", row => row.Detail),
    ];

    internal override async Task<IReadOnlyDictionary<string, IReadOnlyList<ListChoice>>> ChoicesAsync(TewatashiContext context, CancellationToken cancellationToken) =>
        new Dictionary<string, IReadOnlyList<ListChoice>> { [Person.Key] = await OfficeChoices.StaffAsync(context, cancellationToken) };

    internal override IQueryable<Row> Rows(TewatashiContext context, DateTimeOffset now, ListFilter filter)
    {
        var entries = Days.Within(context.Audit.AsNoTracking(), filter, row => row.At);
        if (filter.Of(Person)?.ToString() is { } person) entries = entries.Where(row => row.ActorId == person);
        if (filter.Of(Kind) is { } kind) entries = entries.Where(row => row.Operation == kind);
        if (filter.Of(Card) is { } subject)
            entries = entries.Where(row => row.SubjectId == subject || context.AuditSubjects.Any(other => other.EntryId == row.Id && other.SubjectId == subject));
        return
            from entry in entries
            join card in context.Cards on entry.SubjectId equals (Guid?)card.Id into cards
            from card in cards.DefaultIfEmpty()
            select new Row
            {
                Id = entry.Id,
                At = entry.At,
                ActorKind = entry.ActorKind,
                ActorId = entry.ActorId,
                Role = entry.Role,
                Source = entry.Source,
                Operation = entry.Operation,
                Outcome = entry.Outcome,
                SubjectId = entry.SubjectId,
                Detail = entry.Detail,
                SerialNumber = card.SerialNumber,
            };
    }

    internal override async Task FillAsync(TewatashiContext context, DateTimeOffset now, IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var names = await StaffNames.OfAsync(context, rows.Where(row => row.ActorKind == ActorKind.Staff).Select(row => row.ActorId).Distinct(), cancellationToken);
        foreach (var row in rows)
        {
            row.Who = row.ActorKind switch
            {
                ActorKind.Staff => names.GetValueOrDefault(row.ActorId, "(アカウントなし)"),
                ActorKind.Resident => "住民",
                ActorKind.Worker => "自動処理",
                ActorKind.Command => "運用コマンド",
            };
        }
    }
}
