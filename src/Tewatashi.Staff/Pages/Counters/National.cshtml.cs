using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Counters;
using Tewatashi.Reservations.Closures;
using Tewatashi.Staff.SignIn;
using Tewatashi.Time;
using Tewatashi.Web.Forms;
using DateParts = Tewatashi.Web.Forms.DateParts;

namespace Tewatashi.Staff.Pages.Counters;

/// <summary>The nation's maintenance days, taken over from its announcement.</summary>
[Needs(Permission.ManageSettings)]
public sealed class NationalModel(ReadCounters readCounters, AddNationalDays add, TimeProvider clock) : EffectPage
{
    private const string Format = "yyyy-MM-dd";
    private const int MonthsProposed = 12;

    [BindProperty]
    public List<string> Days { get; set; } = [];

    [BindProperty]
    public DateParts Other { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; } = "全国システムの保守";

    public IReadOnlyList<Choice> Proposals { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var days = Days.Select(text => DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null).OfType<DateOnly>().ToList();
        if (!Other.IsEmpty)
        {
            if (Other.TryDate(out var other)) days.Add(other);
            else ModelState.AddModelError(nameof(Other), "ほかの日を年、月、日で入力してください。");
        }

        if (ModelState.IsValid)
        {
            var outcome = await add.RunAsync(new(days, Reason ?? "", IsApplied(days)), Caller, Cancelled);
            if (outcome is AddNationalDays.Saved saved) return Redirect($"/closures?done=saved&lost={saved.Lost}");
            if (outcome is AddNationalDays.Loses loses) Show(loses.Effect, days);
            else
            {
                var (field, message) = outcome switch
                {
                    AddNationalDays.AlreadyThere => (nameof(Other), "選んだ日は、もう保守日になっています。"),
                    AddNationalDays.Wrong { Field: nameof(AddNationalDays.Request.Reason) } => (nameof(Reason), $"理由を{SaveClosure.ReasonLength}文字以内で入力してください。"),
                    _ => (nameof(Other), $"今日以降の日を1つ以上、{AddNationalDays.Most}日まで選んでください。"),
                };
                ModelState.AddModelError(field, message);
            }
        }

        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        var there = (await readCounters.RunAsync(Municipality, Cancelled)).Closures.Where(closure => closure.Kind == ClosureKind.National).Select(closure => closure.Day).ToHashSet();
        Proposals =
        [
            .. AddNationalDays.Usual(JapanTime.Today(clock), MonthsProposed).Where(day => !there.Contains(day))
                .Select(day => new Choice(day.ToString(Format, CultureInfo.InvariantCulture), JapaneseDate.Brief(day))),
        ];
    }
}
