using Microsoft.AspNetCore.Mvc;
using Tewatashi.Staff.SignIn;
using Tewatashi.Statistics;
using Tewatashi.Text;

namespace Tewatashi.Staff.Pages.Statistics;

/// <summary>The figures of a period as a file for a spreadsheet.</summary>
[Needs(Permission.ViewStatistics)]
public sealed class FileModel(ExportStatistics export) : StaffPage
{
    public async Task<IActionResult> OnGetAsync(DateOnly? from, DateOnly? to, StatisticsTable table = StatisticsTable.Days)
    {
        if (from is not { } first || to is not { } last || !Period.IsSound(first, last) || !Enum.IsDefined(table)) return NotFound();
        return File(await export.RunAsync(new(first, last), table, Caller, Cancelled), SpreadsheetCsv.ContentType, FormattableString.Invariant($"statistics-{(table == StatisticsTable.Days ? "days" : "weeks")}-{first:yyyyMMdd}-{last:yyyyMMdd}.csv"));
    }
}
