using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Counters;
using Tewatashi.Reservations.Closures;
using Tewatashi.Staff.SignIn;
using Tewatashi.Time;
using Tewatashi.Web.Forms;
using DateParts = Tewatashi.Web.Forms.DateParts;

namespace Tewatashi.Staff.Pages.Counters;

/// <summary>臨時の開庁時間 of a counter: a Saturday opening, longer or shorter hours of one day.</summary>
[Needs(Permission.ManageSettings)]
public sealed class DaysModel(ReadCounters readCounters, SaveSpecialHours save, TimeProvider clock) : EffectPage
{
    public sealed record SpecialDay(DateOnly Day, bool Replaces, IReadOnlyList<string> Lines);

    private const int RowsShown = 3;
    private const string Adds = "adds";
    private const string Replaces = "replaces";

    public static IReadOnlyList<Choice> Modes { get; } = [new(Adds, "いつもの時間に加える(土曜開庁など)"), new(Replaces, "いつもの時間の代わりにする")];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty(SupportsGet = true, Name = "lost")]
    public int? LostVisits { get; set; }

    [BindProperty]
    public DateParts Day { get; set; } = new();

    [BindProperty]
    public string? Mode { get; set; } = Adds;

    [BindProperty]
    public List<DayHoursRow> Rows { get; set; } = [];

    /// <summary>The day whose exception is taken away.</summary>
    [BindProperty]
    public string? Removed { get; set; }

    public Counter Counter { get; private set; } = null!; // loaded before the page is drawn

    public IReadOnlyList<SpecialDay> Special { get; private set; } = [];

    /// <summary>The day whose removal was asked for and would cost bookings their place; null otherwise.</summary>
    public DateOnly? Removing { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostSaveAsync()
    {
        if (!await LoadAsync()) return NotFound();
        if (!Day.TryDate(out var day)) ModelState.AddModelError(nameof(Day), "日を年、月、日で入力してください。");
        var stretches = new List<Stretch>();
        var rowOf = new List<int>();
        for (var i = 0; i < Rows.Count; i++)
        {
            if (Rows[i].IsEmpty) continue;
            var row = i;
            stretches.Add(Rows[i].Read((field, message) => ModelState.AddModelError($"{nameof(Rows)}[{row}].{field}", message)));
            rowOf.Add(i);
        }

        if (stretches.Count == 0) ModelState.AddModelError($"{nameof(Rows)}[0].{nameof(DayHoursRow.Opens)}", "開いている時間を1つ以上入力してください。");
        if (!ModelState.IsValid) return Page();
        var replaces = Mode == Replaces;
        var outcome = await save.RunAsync(new(Id, day, replaces, stretches, IsApplied(day, replaces, stretches)), Caller, Cancelled);
        switch (outcome)
        {
            case SaveSpecialHours.Saved saved:
                return Redirect($"/counters/{Id}/days?done=saved&lost={saved.Lost}");
            case SaveSpecialHours.Loses loses:
                Show(loses.Effect, day, replaces, stretches);
                break;
            case SaveSpecialHours.Wrong { Index: { } index } wrong:
                ModelState.AddModelError($"{nameof(Rows)}[{rowOf[index]}].{nameof(DayHoursRow.Opens)}", wrong.Fault.Name() + "。");
                break;
            case SaveSpecialHours.Wrong:
                ModelState.AddModelError(nameof(Day), "今日以降の日を入力してください。");
                break;
            case SaveSpecialHours.Closed closed:
                ModelState.AddModelError(nameof(Day), $"この日は休庁日です({closed.Reason})。先に休庁日を取り消してください。");
                break;
            default:
                return NotFound();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (!await LoadAsync()) return NotFound();
        ModelState.Clear();
        if (!DateOnly.TryParseExact(Removed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Redirect($"/counters/{Id}/days");
        var outcome = await save.RunAsync(new(Id, day, false, [], IsApplied(day)), Caller, Cancelled);
        if (outcome is not SaveSpecialHours.Loses loses) return Redirect(outcome is SaveSpecialHours.Saved saved ? $"/counters/{Id}/days?done=removed&lost={saved.Lost}" : $"/counters/{Id}/days");
        Show(loses.Effect, day);
        Removing = day;
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        while (Rows.Count < RowsShown) Rows.Add(new DayHoursRow());
        var shown = await readCounters.RunAsync(Municipality, Cancelled);
        if (shown.Counters.FirstOrDefault(counter => counter.Id == Id) is not { } found) return false;
        Counter = found;
        var today = JapanTime.Today(clock);
        Special =
        [
            .. shown.SpecialHours.Where(row => row.CounterId == Id && row.Day >= today).GroupBy(row => row.Day).OrderBy(group => group.Key)
                .Select(group => new SpecialDay(group.Key, group.Any(row => row.Replaces), [.. group.OrderBy(row => row.OpensAt).Select(DayHoursRow.Words)])),
        ];
        return true;
    }
}
