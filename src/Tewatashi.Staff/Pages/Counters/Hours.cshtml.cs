using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Counters;
using Tewatashi.Reservations.Closures;
using Tewatashi.Staff.SignIn;
using Tewatashi.Time;
using Tewatashi.Web.Forms;
using DateParts = Tewatashi.Web.Forms.DateParts;

namespace Tewatashi.Staff.Pages.Counters;

/// <summary>The weekly hours of a counter from a day on.</summary>
[Needs(Permission.ManageSettings)]
public sealed class HoursModel(ReadCounters readCounters, SaveOpeningHours saveHours, TimeProvider clock) : EffectPage
{
    private const int RowsShown = 4;
    private const int RowsToSpare = 2;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DateParts EffectiveOn { get; set; } = new();

    [BindProperty]
    public List<HoursRow> Rows { get; set; } = [];

    public Counter Counter { get; private set; } = null!; // loaded before the page is drawn

    public IReadOnlyList<Choice> Days { get; } = [.. WeekLines.Days.Select(day => new Choice(day.ToString(), WeekLines.Name(day)))];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is not { } shown) return NotFound();
        EffectiveOn = DateParts.Of(JapanTime.Today(clock));
        var latest = shown.Hours.Where(row => row.CounterId == Id).GroupBy(row => row.EffectiveOn).MaxBy(pattern => pattern.Key);
        Rows = latest is null
            ? [new HoursRow { Days = [.. WeekLines.Days.Take(5)], Opens = "9:00", Closes = "17:00", Booths = "1" }]
            : [.. WeekLines.Rows(latest).Select(row => new HoursRow { Days = [.. row.Days], Opens = Text(row.OpensAt), Closes = Text(row.ClosesAt), Booths = row.Booths.ToString(CultureInfo.InvariantCulture) })];
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is null) return NotFound();
        Fill();
        var week = new List<WeeklyStretch>();
        var rowOf = new List<int>();
        for (var i = 0; i < Rows.Count; i++)
        {
            if (Rows[i].IsEmpty) continue;
            var row = i;
            foreach (var stretch in Rows[i].Read((field, message) => ModelState.AddModelError($"{nameof(Rows)}[{row}].{field}", string.Create(CultureInfo.InvariantCulture, $"時間帯{row + 1}の{message}"))))
            {
                week.Add(stretch);
                rowOf.Add(i);
            }
        }

        if (!EffectiveOn.TryDate(out var effectiveOn)) ModelState.AddModelError(nameof(EffectiveOn), "いつから適用するか、日付を入力してください。");
        if (!ModelState.IsValid) return Page();
        var outcome = await saveHours.RunAsync(new(Id, effectiveOn, week, IsApplied(effectiveOn, week)), Caller, Cancelled);
        if (outcome is SaveOpeningHours.Saved saved) return Redirect($"/counters?done=hours&lost={saved.Lost}");
        if (outcome is SaveOpeningHours.Loses loses)
        {
            Show(loses.Effect, effectiveOn, week);
            return Page();
        }

        var (key, text) = outcome switch
        {
            SaveOpeningHours.Wrong { Fault: HoursFault.Past } wrong => (nameof(EffectiveOn), wrong.Fault.Name() + "。"),
            SaveOpeningHours.Wrong { Index: { } index } wrong => ($"{nameof(Rows)}[{rowOf[index]}].{nameof(HoursRow.Opens)}", wrong.Fault.Name() + "。"),
            SaveOpeningHours.Wrong wrong => ($"{nameof(Rows)}[0].{nameof(HoursRow.Days)}", wrong.Fault.Name() + "。"),
            _ => ("", "この窓口はありません。"),
        };
        ModelState.AddModelError(key, text);
        return Page();
    }

    private void Fill()
    {
        var wanted = Math.Max(RowsShown, Rows.Count(row => !row.IsEmpty) + RowsToSpare);
        while (Rows.Count < wanted) Rows.Add(new HoursRow());
    }

    private async Task<ReadCounters.Shown?> LoadAsync()
    {
        var shown = await readCounters.RunAsync(Municipality, Cancelled);
        if (shown.Counters.FirstOrDefault(counter => counter.Id == Id) is not { } found) return null;
        Counter = found;
        return shown;
    }

    private static string Text(TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);
}
