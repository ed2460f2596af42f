using Microsoft.AspNetCore.Mvc;
using Tewatashi.Counters;
using Tewatashi.Municipalities;
using Tewatashi.Reservations.Closures;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Counters;

/// <summary>Adds a counter; its hours come next.</summary>
[Needs(Permission.ManageSettings)]
public sealed class NewModel(ReadCounters readCounters, SaveCounter saveCounter) : StaffPage
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? BuildingId { get; set; }

    [BindProperty]
    public int GridMinutes { get; set; } = 15;

    [BindProperty]
    public string? Access { get; set; }

    [BindProperty]
    public bool OpenOnHolidays { get; set; }

    public IReadOnlyList<Choice> Buildings { get; private set; } = [];

    public IReadOnlyList<Choice> Grids { get; } = [new("5", "5分"), new("10", "10分"), new("15", "15分")];

    public async Task OnGetAsync()
    {
        await LoadAsync();
        if (Buildings.Count == 1) BuildingId = Buildings[0].Value;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var code = CounterCode.TryParse(Code, out var read) ? read : null;
        var building = Guid.TryParse(BuildingId, out var id) ? id : (Guid?)null;
        var outcome = await saveCounter.RunAsync(new(null, null, code, Name ?? "", building, GridMinutes, Access ?? "", OpenOnHolidays: OpenOnHolidays), Caller, Cancelled);
        if (outcome is SaveCounter.Saved saved) return Redirect($"/counters/{saved.Id}/hours");
        var (field, message) = CounterMessages.Of(outcome);
        ModelState.AddModelError(field, message);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync() =>
        Buildings = [.. (await readCounters.RunAsync(Municipality, Cancelled)).Buildings.Select(building => new Choice(building.Id.ToString(), building.Name))];
}
