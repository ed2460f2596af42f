using Microsoft.AspNetCore.Mvc;
using Tewatashi.Parcels;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Parcels;

/// <summary>移送票: a sheet to print and to lay into the parcel.</summary>
[Needs(Permission.MoveCards)]
public sealed class SlipModel(PrintParcelSlip print) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PrintParcelSlip.Slip Slip { get; private set; } = null!; // loaded before the page is shown

    public async Task<IActionResult> OnGetAsync()
    {
        if (await print.RunAsync(new(Id), Caller, Cancelled) is not { } slip) return NotFound();
        Slip = slip;
        return Page();
    }
}
