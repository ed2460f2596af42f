using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Staff;

namespace Tewatashi.Imports;

/// <summary>取り込んだファイルの一覧: the files that were brought in, the newest first. Shows nobody's record.</summary>
public sealed class ImportList : OfficeList<ImportList.Row>
{
    public static readonly ListField<ImportState> State = ListFields.Choice<ImportState>("State", "状態", state => state.Name());
    public static readonly ListField<bool> Refused = ListFields.Flag("Refused", "取り込めない行", "ある", "ない");
    public static readonly ListSpan Days = new("取り込んだ日");

    public sealed record Row : ListRow
    {
        public required string FileName { get; init; }
        public required string Profile { get; init; }
        public required ImportState State { get; init; }
        public required DateTimeOffset StartedAt { get; init; }
        public required int Rows { get; init; }
        public required int Added { get; init; }
        public required int Refused { get; init; }
    }

    public override string Code => "imports";
    public override string Name => "取り込んだファイルの一覧";
    public override string Path => "/imports";
    public override Permission Permission => Permission.ImportCards;
    public override string DefaultOrder => "StartedAt";
    public override bool DefaultDescending => true;
    public override IReadOnlyList<ListField> Fields { get; } = [State, Refused, Days.From, Days.Until];

    protected override IReadOnlyList<ListColumn<Row>> Of { get; } =
    [
        new("FileName", "ファイル", row => row.FileName, By(row => row.FileName)) { Link = row => $"/imports/{row.Id}" },
        new("Profile", "種類", row => row.Profile switch { "standard" => "J-LIS発送", "stock" => "既存の在庫", var other => other }, By(row => row.Profile)),
        new("StartedAt", "日時", row => row.StartedAt, By(row => row.StartedAt)),
        new("State", "状態", row => row.State.Name(), By(row => row.State)) { Tone = row => ToneOf(row.State) },
        new("Rows", "行", row => row.Rows, By(row => row.Rows)),
        new("Added", "追加", row => row.Added, By(row => row.Added)),
        new("Refused", "取り込めない行", row => row.Refused, By(row => row.Refused)),
    ];

    internal override IQueryable<Row> Rows(TewatashiContext context, DateTimeOffset now, ListFilter filter)
    {
        var imports = Days.Within(context.Imports.AsNoTracking(), filter, row => row.StartedAt);
        if (filter.Of(State) is { } state) imports = imports.Where(row => row.State == state);
        if (filter.Of(Refused) is { } refused) imports = imports.Where(row => row.Refused > 0 == refused);
        return imports.Select(row => new Row
        {
            Id = row.Id,
            FileName = row.FileName,
            Profile = row.Profile,
            State = row.State,
            StartedAt = row.StartedAt,
            Rows = row.Rows,
            Added = row.Added,
            Refused = row.Refused,
        });
    }

    private static ListTone ToneOf(ImportState state) => state switch
    {
        ImportState.Receiving or ImportState.Uploaded or ImportState.Applying => ListTone.Info,
        ImportState.Previewed => ListTone.Warning,
        ImportState.Applied => ListTone.Success,
        ImportState.Refused => ListTone.Error,
        ImportState.Cancelled => ListTone.Neutral,
    };
}
