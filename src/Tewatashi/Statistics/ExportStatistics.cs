using System.Globalization;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Text;

namespace Tewatashi.Statistics;

/// <summary>The figures of a period as a file for a spreadsheet. Recorded as an export.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ExportStatistics(Database database, SeeStatistics see)
{
    public async Task<byte[]> RunAsync(Period period, StatisticsTable table, Caller caller, CancellationToken cancellationToken)
    {
        var view = await see.RunAsync(caller.Municipality, period, cancellationToken);
        await database.WriteAsync(caller, OperationKind.ExportList, work =>
        {
            work.Record("Exported", null, FormattableString.Invariant($"statistics {table} {period.From:yyyy-MM-dd} to {period.To:yyyy-MM-dd}"));
            return Task.FromResult(true);
        }, cancellationToken: cancellationToken);
        var lines = table switch
        {
            StatisticsTable.Days => DaysOf(view),
            StatisticsTable.Weeks => WeeksOf(view),
            _ => throw new ArgumentOutOfRangeException(nameof(table)),
        };
        return [.. SpreadsheetCsv.Preamble, .. lines.SelectMany(line => SpreadsheetCsv.Line(line))];
    }

    private static IEnumerable<string?[]> DaysOf(SeeStatistics.View view) =>
    [
        ["日付", "開庁日", "申請受付", "発送", "交付前設定済", "交付済"],
        .. view.Days.Select(row => (string?[])[Of(row.Day), row.IsBusinessDay ? "1" : "0", .. Cells(row.Nation)]),
        ["累計", "", .. Cells(view.Total)],
    ];

    private static IEnumerable<string?[]> WeeksOf(SeeStatistics.View view) =>
    [
        ["週の月曜日", "窓口", "交付済", "交付見送り", "未来庁", "取消", "これから", "開いていた枠(分)", "使った枠(分)", "使った枠(%)", "未来庁(%)", "呼び出した件数", "待ち時間の中央値(分)", "待ち時間の9割(分)"],
        .. view.Weeks.Select(row => (string?[])
        [
            Of(row.Monday), row.Counter, Of(row.Completed), Of(row.NotHandedOver), Of(row.NoShow), Of(row.Cancelled), Of(row.Coming), Of(row.BoothMinutes), Of(row.TakenMinutes),
            Of(row.TakenPercent), Of(row.NoShowPercent), Of(row.Waited?.Visits ?? 0), Of(row.Waited?.Median), Of(row.Waited?.NineOfTen),
        ]),
    ];

    private static string?[] Cells(NationFigures figures) => [Of(figures.Applications), Of(figures.Announced), Of(figures.Prepared), Of(figures.HandedOver)];

    private static string? Of(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
