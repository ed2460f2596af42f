using Microsoft.AspNetCore.Mvc;
using Tewatashi.Municipalities;

namespace Tewatashi.Resident.Pages;

/// <summary>A sheet to be printed, filled in by hand and sent by FAX, for those who cannot telephone. Nothing is typed here, so nothing is kept.</summary>
public sealed class FaxModel(PublicOffice office) : ResidentPage
{
    /// <summary>The office's FAX number.</summary>
    public string Number { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        Number = (await office.WaysAsync(Office.Key, Cancelled)).Fax;
        return Number.Length > 0 ? Page() : NotFound();
    }
}
