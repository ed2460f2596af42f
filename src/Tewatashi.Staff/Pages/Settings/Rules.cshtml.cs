using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Closures;
using Tewatashi.Staff.SignIn;
using Tewatashi.Time;
using Tewatashi.Web.Forms;
using DateParts = Tewatashi.Web.Forms.DateParts;

namespace Tewatashi.Staff.Pages.Settings;

/// <summary>設定: the rules by which this municipality books and hands over, each with its unit and what it means. What a change does is shown first.</summary>
[Needs(Permission.ManageSettings)]
public sealed class RulesModel(ChangeSettings change, PreviewRules preview, RemovePlannedRules unplan, FitSeats fit) : PreviewPage<RulesEffect>
{
    [BindProperty]
    public RulesForm Form { get; set; } = new();

    /// <summary>As this form was shown.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    /// <summary>Of the rules that count now: what the next attempt starts from.</summary>
    public int VersionNow { get; private set; }

    /// <summary>Null unless someone else changed the rules while this form was open.</summary>
    public IReadOnlyList<RuleDifference>? ChangedMeanwhile { get; private set; }

    /// <summary>One day's planned changes.</summary>
    public sealed record Plan(string Value, string Day, IReadOnlyList<string> Lines);

    /// <summary>From when on; empty: at once.</summary>
    [BindProperty]
    public DateParts EffectiveOn { get; set; } = new();

    /// <summary>A plan was just saved, or taken away.</summary>
    [BindProperty(SupportsGet = true, Name = "planned-for")]
    public string? PlannedFor { get; set; }

    public IReadOnlyList<Plan> Planned { get; private set; } = [];

    public static IEnumerable<Choice> RecipientKinds => Enum.GetValues<RecipientKind>().Select(kind => new Choice(kind.ToString(), kind.Name()));

    public async Task OnGetAsync()
    {
        var now = await change.CurrentAsync(Municipality, Cancelled);
        (Form, VersionNow) = (RulesForm.Of(Rules.Of(now)), now.Version);
        await LoadPlansAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var now = await change.CurrentAsync(Municipality, Cancelled);
        VersionNow = Version;
        await LoadPlansAsync();
        DateOnly? effectiveOn = null;
        if (!EffectiveOn.IsEmpty)
        {
            if (EffectiveOn.TryDate(out var day)) effectiveOn = day;
            else ModelState.AddModelError(nameof(EffectiveOn), "いつから変えるか、日付を入力してください。すぐに変えるときは空欄にしてください。");
        }

        if (Form.Read(Rules.Of(now), ModelState, nameof(Form)) is not { } rules) return Page();
        var request = new ChangeSettings.Request(Version, rules, effectiveOn);
        object?[] typed = [.. Form.Values(), effectiveOn];
        if (!IsApplied(typed) && await preview.RunAsync(Municipality, request, Cancelled) is { } effect)
        {
            Show(effect, typed);
            return Page();
        }

        switch (await change.RunAsync(request, Caller, Cancelled))
        {
            case ChangeSettings.Planned planned:
                if (planned.SeatsChange) await fit.RunAsync(Caller, Cancelled);
                return Redirect($"/settings?planned-for={planned.EffectiveOn:yyyy-MM-dd}");
            case ChangeSettings.Refused { Problems: [{ Field: nameof(ChangeSettings.Request.EffectiveOn) } problem] }:
                ModelState.AddModelError(nameof(EffectiveOn), problem.Message);
                break;
            case ChangeSettings.Changed changed:
                if (changed.SeatsChange) await fit.RunAsync(Caller, Cancelled);
                return Redirect("/settings?done=true");
            case ChangeSettings.Refused refused:
                foreach (var problem in refused.Problems) ModelState.AddModelError($"{nameof(Form)}.{problem.Field}", $"{RulesForm.Labels[problem.Field]}: {problem.Message}");
                break;
            case ChangeSettings.ChangedMeanwhile:
                VersionNow = now.Version;
                ChangedMeanwhile = RulesForm.Differences(Form, RulesForm.Of(Rules.Of(now)));
                break;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostUnplanAsync([FromForm(Name = "Planned")] string? day)
    {
        ModelState.Clear();
        if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var planned)
            && await unplan.RunAsync(planned, Caller, Cancelled) is { SeatsChange: true }) await fit.RunAsync(Caller, Cancelled);
        return Redirect("/settings");
    }

    private async Task LoadPlansAsync()
    {
        var planned = await change.PlannedAsync(Municipality, Cancelled);
        Planned =
        [
            .. planned.GroupBy(row => row.EffectiveOn).OrderBy(group => group.Key).Select(group => new Plan(
                group.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), JapaneseDate.Brief(group.Key),
                [.. group.Select(row => $"{RulesForm.Labels[row.Field]} → {RulesForm.WordsOf(row)}")])),
        ];
    }
}
