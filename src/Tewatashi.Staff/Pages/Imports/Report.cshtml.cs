using Microsoft.AspNetCore.Mvc;
using Tewatashi.Imports;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Imports;

/// <summary>The refused rows of an import as a file for a spreadsheet. Holds nothing out of the rows themselves.</summary>
[Needs(Permission.ImportCards)]
public sealed class ReportModel(ShowImports imports) : StaffPage
{
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await imports.FindAsync(Municipality, id, refused: true, page: 1, Cancelled) is null) return NotFound();
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=\"refused-rows.csv\"";
        await using var report = new RefusedRowsReport(Response.Body);
        await imports.ReportAsync(Municipality, id, report, Cancelled);
        return new EmptyResult();
    }
}
