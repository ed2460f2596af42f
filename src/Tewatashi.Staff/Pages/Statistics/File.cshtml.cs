using Microsoft.AspNetCore.Mvc;
using Tewatashi.Staff.SignIn;
using Tewatashi.Statistics;

namespace Tewatashi.Staff.Pages.Statistics;

/// <summary>The figures of a period as a file for a spreadsheet.</summary>
[Needs(Permission.ViewStatistics)]
public sealed class FileModel(ExportStatistics export) : StaffPage
{
    public async Task<IActionResult> OnGetAsync(DateOnly? from, DateOnly? to)
    {
        if (from is not { } first || to is not { } last || !Period.IsSound(first, last)) return NotFound();
        return File(await export.RunAsync(new(first, last), Caller, Cancelled), "text/csv; charset=utf-8", FormattableString.Invariant($"statistics-{first:yyyyMMdd}-{last:yyyyMMdd}.csv"));
    }
}
