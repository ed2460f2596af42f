using Microsoft.AspNetCore.Mvc;
using Tewatashi.Counters;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Counters;

/// <summary>The counters of the municipality with their hours.</summary>
[Needs(Permission.ManageSettings)]
public sealed class IndexModel(ReadCounters readCounters, TimeProvider clock) : StaffPage
{
    public sealed record Row(Counter Counter, string Building, IReadOnlyList<string> Hours);

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty(SupportsGet = true, Name = "lost")]
    public int? LostVisits { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var shown = await readCounters.RunAsync(Municipality, Cancelled);
        var buildings = shown.Buildings.ToDictionary(building => building.Id, building => building.Name);
        Rows = [.. shown.Counters.Select(counter => new Row(counter, buildings.GetValueOrDefault(counter.BuildingId, ""), WeekLines.Of(shown.Hours, counter.Id, Time.JapanTime.Today(clock))))];
    }
}
