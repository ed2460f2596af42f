using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Staff;
using Tewatashi.Storage;

namespace Tewatashi.Vaults;

/// <summary>開錠・施錠の記録: who opened and locked which vault when, the newest first. Of nobody's record.</summary>
public sealed class OpeningList : OfficeList<OpeningList.Row>
{
    public static readonly ListField<Guid> Vault = ListFields.FromDatabase("Vault", "保管庫");
    public static readonly ListField<Guid> Person = ListFields.FromDatabase("Person", "開錠か施錠をした職員");
    public static readonly ListField<bool> Open = ListFields.Flag("Open", "状況", "開錠中", "施錠済");
    public static readonly ListSpan Days = new("開錠");

    public sealed record Row : ListRow
    {
        public required string Path { get; init; }
        public required DateTimeOffset UnlockedAt { get; init; }
        public required string UnlockedBy { get; init; }
        public required DateTimeOffset? LockedAt { get; init; }
        public required string? LockedBy { get; init; }

        /// <summary>Names of the accounts; null until they were read.</summary>
        public string? Unlocker { get; set; }

        public string? Locker { get; set; }
    }

    public override string Code => "openings";
    public override string Name => "開錠・施錠の記録";
    public override string Path => "/vaults";
    public override Permission Permission => Permission.MoveCards;
    public override string DefaultOrder => "UnlockedAt";
    public override bool DefaultDescending => true;
    public override IReadOnlyList<ListField> Fields { get; } = [Vault, Person, Open, Days.From, Days.Until];

    protected override IReadOnlyList<ListColumn<Row>> Of { get; } =
    [
        new("Path", "番地", row => row.Path, By(row => row.Path)),
        new("UnlockedAt", "開錠", row => row.UnlockedAt, By(row => row.UnlockedAt)),
        new("Unlocker", "開錠した職員", row => row.Unlocker),
        new("LockedAt", "施錠", row => row.LockedAt, By(row => row.LockedAt)),
        new("Locker", "施錠した職員", row => row.Locker),
    ];

    internal override async Task<IReadOnlyDictionary<string, IReadOnlyList<ListChoice>>> ChoicesAsync(TewatashiContext context, CancellationToken cancellationToken)
    {
        var vaults = await context.Locations.Where(row => row.Kind == LocationKind.Vault).OrderBy(row => row.Path).Select(row => new { row.Id, row.Path, row.Name }).ToListAsync(cancellationToken);
        return new Dictionary<string, IReadOnlyList<ListChoice>>
        {
            [Vault.Key] = [.. vaults.Select(row => new ListChoice(row.Id.ToString(), $"{row.Path} {row.Name}"))],
            [Person.Key] = await OfficeChoices.StaffAsync(context, cancellationToken),
        };
    }

    internal override IQueryable<Row> Rows(TewatashiContext context, DateTimeOffset now, ListFilter filter)
    {
        var openings = Days.Within(context.VaultOpenings.AsNoTracking(), filter, row => row.UnlockedAt);
        if (filter.Of(Vault) is { } vault) openings = openings.Where(row => row.LocationId == vault);
        if (filter.Of(Person)?.ToString() is { } person) openings = openings.Where(row => row.UnlockedBy == person || row.LockedBy == person);
        if (filter.Of(Open) is { } open) openings = openings.Where(row => row.LockedAt == null == open);
        return
            from opening in openings
            join place in context.Locations on opening.LocationId equals place.Id
            select new Row
            {
                Id = opening.Id,
                Path = place.Path,
                UnlockedAt = opening.UnlockedAt,
                UnlockedBy = opening.UnlockedBy,
                LockedAt = opening.LockedAt,
                LockedBy = opening.LockedBy,
            };
    }

    internal override async Task FillAsync(TewatashiContext context, DateTimeOffset now, IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var names = await StaffNames.OfAsync(context, rows.SelectMany(row => new[] { row.UnlockedBy, row.LockedBy }), cancellationToken);
        foreach (var row in rows) (row.Unlocker, row.Locker) = (names.GetValueOrDefault(row.UnlockedBy, "—"), row.LockedBy is { } by ? names.GetValueOrDefault(by, "—") : null);
    }
}
