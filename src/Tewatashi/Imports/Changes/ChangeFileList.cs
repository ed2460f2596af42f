using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Staff;

namespace Tewatashi.Imports.Changes;

/// <summary>異動リストの一覧: the change lists with their counts, those still to be worked on first. Names nobody.</summary>
public sealed class ChangeFileList : OfficeList<ChangeFileList.Row>
{
    public static readonly ListField<ChangeListState> State = ListFields.Choice<ChangeListState>("State", "状況", state => state.Name());
    public static readonly ListSpan Days = new("読み取り");

    public sealed record Row : ListRow
    {
        public required string FileName { get; init; }
        public required ChangeListState State { get; init; }
        public required DateTimeOffset UploadedAt { get; init; }
        public required int Rows { get; init; }
        public required int WithoutMatch { get; init; }

        /// <summary>Rows nobody decided yet.</summary>
        public required int Open { get; init; }
    }

    public override string Code => "changes";
    public override string Name => "異動リストの一覧";
    public override string Path => "/changes";
    public override Permission Permission => Permission.SuspendCards;
    public override string DefaultOrder => "State";
    public override IReadOnlyList<ListField> Fields { get; } = [State, Days.From, Days.Until];

    protected override IReadOnlyList<ListColumn<Row>> Of { get; } =
    [
        new("FileName", "ファイル", row => row.FileName, By(row => row.FileName)) { Link = row => $"/changes/{row.Id}" },
        new("State", "状況", row => row.State.Name(), By(row => row.State == ChangeListState.Ended)) { Tone = row => row.State == ChangeListState.Ended ? ListTone.Neutral : ListTone.Warning },
        new("UploadedAt", "読み取り", row => row.UploadedAt, By(row => row.UploadedAt)),
        new("Rows", "行", row => row.Rows, By(row => row.Rows)),
        new("WithoutMatch", "該当なしで保存しない行", row => row.WithoutMatch, By(row => row.WithoutMatch)),
        new("Open", "これから", row => row.Open, By(row => row.Open)),
    ];

    internal override IQueryable<Row> Rows(TewatashiContext context, DateTimeOffset now, ListFilter filter)
    {
        var lists = Days.Within(context.ChangeLists.AsNoTracking(), filter, row => row.UploadedAt);
        if (filter.Of(State) is { } state) lists = lists.Where(row => row.State == state);
        return lists.Select(row => new Row
        {
            Id = row.Id,
            FileName = row.FileName,
            State = row.State,
            UploadedAt = row.UploadedAt,
            Rows = row.Rows,
            WithoutMatch = row.WithoutMatch,
            Open = context.ChangeRows.Count(one => one.ListId == row.Id && one.State == ChangeRowState.Open),
        });
    }
}
