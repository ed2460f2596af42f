using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Staff;

namespace Tewatashi.Counting;

/// <summary>終わった棚卸の一覧: what the counts found, the newest first. Names no card.</summary>
public sealed class CountList : OfficeList<CountList.Row>
{
    public static readonly ListField<CountReason> Reason = ListFields.Choice<CountReason>("Why", "理由", reason => reason.Name());
    public static readonly ListField<bool> Differs = ListFields.Flag("Differs", "過不足", "あった", "なかった");
    public static readonly ListField<bool> Open = ListFields.Flag("Open", "未解消", "残っている", "残っていない");
    public static readonly ListSpan Days = new("終わった日");

    public sealed record Row : ListRow
    {
        public required string Path { get; init; }
        public required CountReason Reason { get; init; }
        public required DateTimeOffset? EndedAt { get; init; }

        /// <summary>Labels that were scanned.</summary>
        public required int Labels { get; init; }

        public required int Missing { get; init; }
        public required int Misplaced { get; init; }
        public required int Extra { get; init; }

        /// <summary>Differences that are not settled.</summary>
        public required int Open { get; init; }
    }

    public override string Code => "counts";
    public override string Name => "終わった棚卸の一覧";
    public override string Path => "/counts";
    public override Permission Permission => Permission.CountStock;
    public override string DefaultOrder => "EndedAt";
    public override bool DefaultDescending => true;
    public override IReadOnlyList<ListField> Fields { get; } = [Reason, Differs, Open, Days.From, Days.Until];

    protected override IReadOnlyList<ListColumn<Row>> Of { get; } =
    [
        new("Path", "番地", row => row.Path, By(row => row.Path)) { Link = row => $"/counts/{row.Id}/report" },
        new("EndedAt", "終わった時刻", row => row.EndedAt, By(row => row.EndedAt)),
        new("Reason", "理由", row => row.Reason.Name()),
        new("Labels", "読み取り", row => row.Labels),
        new("Missing", "不足", row => row.Missing, By(row => row.Missing)),
        new("Misplaced", "場所違い", row => row.Misplaced, By(row => row.Misplaced)),
        new("Extra", "余り", row => row.Extra, By(row => row.Extra)),
        new("Open", "未解消", row => row.Open, By(row => row.Open)),
    ];

    internal override IQueryable<Row> Rows(TewatashiContext context, DateTimeOffset now, ListFilter filter)
    {
        // Closed has ended: the moment is there.
        var counts = Days.Within(context.StockCounts.AsNoTracking().Where(row => row.State == CountState.Closed), filter, row => row.EndedAt!.Value);
        if (filter.Of(Reason) is { } reason) counts = counts.Where(row => row.Reason == reason);
        if (filter.Of(Differs) is { } differs) counts = counts.Where(row => context.CountFindings.Any(finding => finding.CountId == row.Id) == differs);
        if (filter.Of(Open) is { } open) counts = counts.Where(row => context.CountFindings.Any(finding => finding.CountId == row.Id && finding.EndReason == null) == open);
        return
            from count in counts
            join place in context.Locations on count.LocationId equals place.Id
            select new Row
            {
                Id = count.Id,
                Path = place.Path,
                Reason = count.Reason,
                EndedAt = count.EndedAt,
                Labels = context.CountScans.Count(scan => scan.CountId == count.Id),
                Missing = context.CountFindings.Count(finding => finding.CountId == count.Id && finding.Kind == FindingKind.Missing),
                Misplaced = context.CountFindings.Count(finding => finding.CountId == count.Id && finding.Kind == FindingKind.Misplaced),
                Extra = context.CountFindings.Count(finding => finding.CountId == count.Id && finding.Kind == FindingKind.Extra),
                Open = context.CountFindings.Count(finding => finding.CountId == count.Id && finding.EndReason == null),
            };
    }
}
