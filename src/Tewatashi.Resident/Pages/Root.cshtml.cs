using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tewatashi.Municipalities;

namespace Tewatashi.Resident.Pages;

/// <summary>Leads to the municipality; where several are served, it asks which.</summary>
public sealed class RootModel(MunicipalityDirectory directory) : PageModel
{
    public IReadOnlyList<Municipality> Offices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Offices = await directory.AllAsync(HttpContext.RequestAborted);
        return Offices is [var only] ? Redirect($"/{only.Code.Value}/") : Page();
    }
}
