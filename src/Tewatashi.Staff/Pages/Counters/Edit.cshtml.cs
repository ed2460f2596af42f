using Microsoft.AspNetCore.Mvc;
using Tewatashi.Counters;
using Tewatashi.Reservations.Closures;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Counters;

/// <summary>Changes name, way and use of a counter.</summary>
[Needs(Permission.ManageSettings)]
public sealed class EditModel(ReadCounters readCounters, SaveCounter saveCounter) : EffectPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Access { get; set; }

    [BindProperty]
    public bool OpenOnHolidays { get; set; }

    [BindProperty]
    public bool Active { get; set; }

    public Counter Counter { get; private set; } = null!; // loaded before the page is drawn

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync()) return NotFound();
        (Version, Name, Access, OpenOnHolidays, Active) = (Counter.Version, Counter.Name, Counter.Access, Counter.OpenOnHolidays, Counter.Active);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync()) return NotFound();
        var outcome = await saveCounter.RunAsync(new(Id, Version, null, Name ?? "", null, Counter.GridMinutes, Access ?? "", Active, OpenOnHolidays, IsApplied(Active, OpenOnHolidays)), Caller, Cancelled);
        if (outcome is SaveCounter.Saved saved) return Redirect($"/counters?done=saved&lost={saved.Lost}");
        if (outcome is SaveCounter.Loses loses)
        {
            Show(loses.Effect, Active, OpenOnHolidays);
            return Page();
        }

        var (field, message) = CounterMessages.Of(outcome);
        ModelState.AddModelError(field, message);
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        var found = (await readCounters.RunAsync(Municipality, Cancelled)).Counters.FirstOrDefault(counter => counter.Id == Id);
        if (found is not null) Counter = found;
        return found is not null;
    }
}
