using Microsoft.AspNetCore.Mvc;
using Tewatashi.Counters;
using Tewatashi.Reservations.Closures;
using Tewatashi.Staff.SignIn;
using Tewatashi.Text;
using Tewatashi.Time;
using Tewatashi.Web.Forms;
using DateParts = Tewatashi.Web.Forms.DateParts;

namespace Tewatashi.Staff.Pages.Counters;

/// <summary>How many visits each office can have at a time, from which day on.</summary>
[Needs(Permission.ManageSettings)]
public sealed class OfficesModel(ReadCounters readCounters, SaveOfficeLimit save, TimeProvider clock) : EffectPage
{
    public sealed record Row(string Name, IReadOnlyList<string> Lines);

    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    [BindProperty(SupportsGet = true, Name = "lost")]
    public int? LostVisits { get; set; }

    [BindProperty]
    public string? BuildingId { get; set; }

    [BindProperty]
    public DateParts EffectiveOn { get; set; } = new();

    [BindProperty]
    public string? Visits { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> Buildings { get; private set; } = [];

    public async Task OnGetAsync()
    {
        EffectiveOn = DateParts.Of(JapanTime.Today(clock));
        await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var visits = string.IsNullOrWhiteSpace(Visits) ? null : Typed.Number(Visits);
        if (visits is null && !string.IsNullOrWhiteSpace(Visits)) ModelState.AddModelError(nameof(Visits), "組の数を数字で入力してください。");
        if (!EffectiveOn.TryDate(out var day)) ModelState.AddModelError(nameof(EffectiveOn), "いつから適用するか、日付を入力してください。");
        if (!Guid.TryParse(BuildingId, out var building)) ModelState.AddModelError(nameof(BuildingId), "庁舎を選んでください。");
        if (ModelState.IsValid)
        {
            var outcome = await save.RunAsync(new(building, day, visits, IsApplied(building, day, visits)), Caller, Cancelled);
            if (outcome is SaveOfficeLimit.Saved saved) return Redirect($"/offices?done=true&lost={saved.Lost}");
            if (outcome is SaveOfficeLimit.Loses loses) Show(loses.Effect, building, day, visits);
            else
            {
                var (field, message) = outcome switch
                {
                    SaveOfficeLimit.Wrong { Field: nameof(SaveOfficeLimit.Request.Visits) } => (nameof(Visits), "1から999までの数字で入力してください。"),
                    SaveOfficeLimit.Wrong { Field: nameof(SaveOfficeLimit.Request.EffectiveOn) } => (nameof(EffectiveOn), "適用日は今日以降にしてください。"),
                    _ => (nameof(BuildingId), "庁舎を選んでください。"),
                };
                ModelState.AddModelError(field, message);
            }
        }

        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        var shown = await readCounters.RunAsync(Municipality, Cancelled);
        var today = JapanTime.Today(clock);
        Buildings = [.. shown.Buildings.Select(building => new Choice(building.Id.ToString(), building.Name))];
        Rows = [.. shown.Buildings.Select(building => new Row(building.Name, Lines(shown.Limits, building.Id, today)))];
    }

    private static IReadOnlyList<string> Lines(IEnumerable<OfficeLimit> limits, Guid buildingId, DateOnly today)
    {
        var own = limits.Where(row => row.BuildingId == buildingId).OrderBy(row => row.EffectiveOn).ToList();
        var now = own.LastOrDefault(row => row.EffectiveOn <= today);
        return [Words(now?.Visits), .. own.Where(row => row.EffectiveOn > today).Select(row => $"{JapaneseDate.Brief(row.EffectiveOn)}から {Words(row.Visits)}")];
    }

    private static string Words(int? visits) => visits is { } most ? $"{most}組まで" : "窓口の数まで";
}
