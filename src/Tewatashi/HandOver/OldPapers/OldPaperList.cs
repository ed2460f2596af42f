using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Staff;

namespace Tewatashi.HandOver.OldPapers;

/// <summary>回収した旧カード等の一覧: what was taken back, of which kind and how many, and what became of it. Names nobody but staff.</summary>
public sealed class OldPaperList : OfficeList<OldPaperList.Row>
{
    /// <summary>What became of it.</summary>
    public enum Stand
    {
        Kept,
        Destroyed,
        Punched,
    }

    public static readonly ListField<Stand> State = ListFields.Choice<Stand>("State", "扱い", Word);
    public static readonly ListField<OldPaperKind> Kind = ListFields.Choice<OldPaperKind>("Kind", "種類", kind => kind.Name());
    public static readonly ListField<Guid> Taker = ListFields.FromDatabase("Taker", "回収した職員");
    public static readonly ListSpan Days = new("回収した日");

    public sealed record Row : ListRow
    {
        public required DateTimeOffset TakenAt { get; init; }
        public required OldPaperKind Kind { get; init; }
        public required int Count { get; init; }
        public required OldPaperHandling Handling { get; init; }
        public required string? Taker { get; init; }

        /// <summary>Null while it is kept, and for what was punched.</summary>
        public required DateTimeOffset? DestroyedAt { get; init; }

        public required string? Destroyer { get; init; }
        public required string? Witness { get; init; }

        /// <summary>The hand-over was taken back: perhaps it belongs to the person still.</summary>
        public required bool HandOverCancelled { get; init; }

        public Stand Stand => Handling == OldPaperHandling.Punched ? Stand.Punched : DestroyedAt is null ? Stand.Kept : Stand.Destroyed;
    }

    public override string Code => "old-papers";
    public override string Name => "回収した旧カード等の一覧";
    public override string Path => "/old-papers";
    public override Permission Permission => Permission.DisposeCards;
    public override OperationKind? Viewed => OperationKind.ViewOldPapers;
    public override string DefaultOrder => "TakenAt";
    public override bool DefaultDescending => true;
    public override IReadOnlyList<ListField> Fields { get; } = [State, Kind, Taker, Days.From, Days.Until];

    protected override IReadOnlyList<ListColumn<Row>> Of { get; } =
    [
        new("TakenAt", "回収した時刻", row => row.TakenAt, By(row => row.TakenAt)),
        new("Kind", "種類", row => row.Kind.Name(), By(row => row.Kind).Then(row => row.TakenAt)),
        new("Count", "枚数", row => row.Count),
        new("Taker", "回収した職員", row => row.Taker),
        new("State", "扱い", row => Word(row.Stand)) { Tone = row => row.Stand == Stand.Kept ? ListTone.Info : ListTone.Neutral },
        new("DestroyedAt", "裁断した時刻", row => row.DestroyedAt, By(row => row.DestroyedAt)),
        new("Destroyer", "裁断した職員", row => row.Destroyer),
        new("Witness", "立会者", row => row.Witness),
        new("Cancelled", "注意", row => row.HandOverCancelled ? "交付取消" : null) { Tone = _ => ListTone.Warning },
    ];

    internal override async Task<IReadOnlyDictionary<string, IReadOnlyList<ListChoice>>> ChoicesAsync(TewatashiContext context, CancellationToken cancellationToken) =>
        new Dictionary<string, IReadOnlyList<ListChoice>> { [Taker.Key] = await OfficeChoices.StaffAsync(context, cancellationToken) };

    internal override IQueryable<Row> Rows(TewatashiContext context, DateTimeOffset now, ListFilter filter)
    {
        var papers = Days.Within(context.OldPapers.AsNoTracking(), filter, row => row.TakenAt);
        papers = filter.Of(State) switch
        {
            null => papers,
            Stand.Kept => papers.Where(row => row.Handling == OldPaperHandling.Kept && row.DestroyedAt == null),
            Stand.Destroyed => papers.Where(row => row.DestroyedAt != null),
            Stand.Punched => papers.Where(row => row.Handling == OldPaperHandling.Punched),
            var other => throw new InvalidOperationException($"{other} is no stand of an old paper."),
        };
        if (filter.Of(Kind) is { } kind) papers = papers.Where(row => row.Kind == kind);
        if (filter.Of(Taker) is { } person) papers = papers.Where(row => row.TakenBy == person);
        return
            from paper in papers
            join record in context.HandOvers on paper.HandOverId equals record.Id
            join taker in context.StaffMembers on paper.TakenBy equals taker.Id into takers
            from taker in takers.DefaultIfEmpty()
            join destroyer in context.StaffMembers on paper.DestroyedBy equals (Guid?)destroyer.Id into destroyers
            from destroyer in destroyers.DefaultIfEmpty()
            join witness in context.StaffMembers on paper.WitnessId equals (Guid?)witness.Id into witnesses
            from witness in witnesses.DefaultIfEmpty()
            select new Row
            {
                Id = paper.Id,
                TakenAt = paper.TakenAt,
                Kind = paper.Kind,
                Count = paper.Count,
                Handling = paper.Handling,
                Taker = taker.DisplayName,
                DestroyedAt = paper.DestroyedAt,
                Destroyer = destroyer.DisplayName,
                Witness = witness.DisplayName,
                HandOverCancelled = record.CancelledAt != null,
            };
    }

    private static string Word(Stand stand) => stand switch
    {
        Stand.Kept => "裁断待ち",
        Stand.Destroyed => "裁断済",
        Stand.Punched => "穴をあけて返した",
    };
}
