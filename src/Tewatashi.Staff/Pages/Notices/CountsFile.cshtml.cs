using Microsoft.AspNetCore.Mvc;
using Tewatashi.Notices;
using Tewatashi.Staff.SignIn;
using Tewatashi.Time;

namespace Tewatashi.Staff.Pages.Notices;

/// <summary>The counts of the notices as a file for a spreadsheet.</summary>
[Needs(Permission.SendNotices)]
public sealed class CountsFileModel(ExportNoticeCounts export, TimeProvider clock) : StaffPage
{
    public async Task<IActionResult> OnGetAsync() =>
        File(await export.RunAsync(Caller, Cancelled), "text/csv; charset=utf-8", FormattableString.Invariant($"notices-{JapanTime.Today(clock):yyyyMMdd}.csv"));
}
