using System.Globalization;
using System.Text;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Statistics;

/// <summary>The four counters of a period as a file for a spreadsheet (UTF-8 with its mark, CRLF). Recorded as an export.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ExportStatistics(Database database, SeeStatistics see)
{
    public async Task<byte[]> RunAsync(Period period, Caller caller, CancellationToken cancellationToken)
    {
        var view = await see.RunAsync(caller.Municipality, period, cancellationToken);
        await database.WriteAsync(caller, OperationKind.ExportList, work =>
        {
            work.Record("Exported", null, FormattableString.Invariant($"statistics {period.From:yyyy-MM-dd} to {period.To:yyyy-MM-dd}"));
            return Task.FromResult(true);
        }, cancellationToken: cancellationToken);
        var text = new StringBuilder("日付,開庁日,申請受付,発送,交付前設定済,交付済\r\n");
        foreach (var row in view.Days)
            text.Append(CultureInfo.InvariantCulture, $"{row.Day:yyyy-MM-dd},{(row.IsBusinessDay ? 1 : 0)},{Cells(row.Nation)}\r\n");
        text.Append(CultureInfo.InvariantCulture, $"累計,,{Cells(view.Total)}\r\n");
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cells(NationFigures figures) =>
        string.Create(CultureInfo.InvariantCulture, $"{figures.Applications},{figures.Announced},{figures.Prepared},{figures.HandedOver}");
}
