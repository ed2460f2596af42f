using Microsoft.AspNetCore.Mvc;
using Tewatashi.HandOver;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Day;

/// <summary>見送り票: a sheet to print for somebody who leaves without the card.</summary>
[Needs(Permission.HandOver)]
public sealed class SlipModel(PrintRefusalSlip print) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid ReservationId { get; set; }

    public RefusalSlip Slip { get; private set; } = null!; // loaded before the page is shown

    public async Task<IActionResult> OnGetAsync()
    {
        if (await print.RunAsync(new(ReservationId), Caller, Cancelled) is not PrintRefusalSlip.Shown(var slip)) return NotFound();
        Slip = slip;
        return Page();
    }
}
