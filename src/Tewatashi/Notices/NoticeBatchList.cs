using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Staff;

namespace Tewatashi.Notices;

/// <summary>通知の束の一覧: the batches in numbers, the newest first. Names no card.</summary>
public sealed class NoticeBatchList : OfficeList<NoticeBatchList.Row>
{
    public static readonly ListField<bool> Sent = ListFields.Flag("Sent", "発送", "すべて発送済", "まだ残っている");
    public static readonly ListField<NoticeForm> Form = ListFields.Choice<NoticeForm>("Form", "用紙", form => form.Name());
    public static readonly ListField<bool> Reminder = ListFields.Flag("Reminder", "何回目", "再通知", "最初の通知");
    public static readonly ListSpan Days = new("作った日");

    public sealed record Row : ListRow
    {
        public required string Name { get; init; }
        public required NoticeForm Form { get; init; }
        public required int Stage { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }
        public required DateOnly DeadlineOn { get; init; }
        public required DateOnly? SentOn { get; init; }

        /// <summary>Null until its papers were counted.</summary>
        public BatchView? Papers { get; set; }
    }

    public override string Code => "notices";
    public override string Name => "通知の束の一覧";
    public override string Path => "/notices";
    public override Permission Permission => Permission.SendNotices;
    public override string DefaultOrder => "CreatedAt";
    public override bool DefaultDescending => true;
    public override string Counted => "束";
    public override IReadOnlyList<ListField> Fields { get; } = [Sent, Form, Reminder, Days.From, Days.Until];

    protected override IReadOnlyList<ListColumn<Row>> Of { get; } =
    [
        new("Name", "束", row => row.Name, By(row => row.Name)) { Link = row => $"/notices/{row.Id}" },
        new("Form", "用紙", row => row.Form.Name()),
        new("Stage", "何回目", row => NoticeStages.Name(row.Stage)) { InFileOnly = true },
        new("Now", "状態", row => row.Papers?.Stage.Name()) { Tone = row => ToneOf(row.Papers?.Stage) },
        new("Cards", "枚数", row => row.Papers?.Cards),
        new("Unconfirmed", "印刷の確認待ち", row => row.Papers is { } papers ? papers.Unconfirmed + (papers.IssuedAt is null ? 0 : papers.Waiting) : null),
        new("Matched", "照合済", row => row.Papers is not { } papers ? null : papers.NeedsMatching ? papers.Matched : "なし"),
        new("Sent", "発送済", row => row.Papers?.Sent),
        new("Returned", "返戻", row => row.Papers?.Returned),
        new("CreatedAt", "作った日時", row => row.CreatedAt, By(row => row.CreatedAt)),
        new("SentOn", "発送日", row => row.SentOn, By(row => row.SentOn)),
        new("DeadlineOn", "交付期限", row => row.DeadlineOn, By(row => row.DeadlineOn)),
    ];

    internal override IQueryable<Row> Rows(TewatashiContext context, DateTimeOffset now, ListFilter filter)
    {
        var batches = context.NoticeBatches.AsNoTracking();
        if (filter.Of(Sent) is { } sent) batches = batches.Where(row => row.SentOn != null == sent);
        if (filter.Of(Form) is { } form) batches = batches.Where(row => row.Form == form);
        if (filter.Of(Reminder) is { } reminder) batches = batches.Where(row => row.Stage > 0 == reminder);
        batches = Days.Within(batches, filter, row => row.CreatedAt);

        return batches.Select(row => new Row
        {
            Id = row.Id,
            Name = row.Name,
            Form = row.Form,
            Stage = row.Stage,
            CreatedAt = row.CreatedAt,
            DeadlineOn = row.DeadlineOn,
            SentOn = row.SentOn,
        });
    }

    internal override async Task FillAsync(TewatashiContext context, DateTimeOffset now, IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var batches = await context.NoticeBatches.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken);
        var views = (await BatchViews.OfAsync(context, batches, cancellationToken)).ToDictionary(view => view.Id);
        foreach (var row in rows) row.Papers = views[row.Id];
    }

    private static ListTone ToneOf(BatchStage? stage) => stage switch
    {
        BatchStage.Done => ListTone.Success,
        BatchStage.Confirm => ListTone.Warning,
        BatchStage.Empty or null => ListTone.Neutral,
        _ => ListTone.Info,
    };
}
