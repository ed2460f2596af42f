using Microsoft.AspNetCore.Mvc;
using Tewatashi.Counters;
using Tewatashi.Municipalities;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Settings;

/// <summary>設定: the rules by which this municipality books and hands over, each with its unit and what it means.</summary>
[Needs(Permission.ManageSettings)]
public sealed class RulesModel(ChangeSettings change, FitSeats fit) : StaffPage
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

    public static IEnumerable<Choice> RecipientKinds => Enum.GetValues<RecipientKind>().Select(kind => new Choice(kind.ToString(), kind.Name()));

    public async Task OnGetAsync()
    {
        var now = await change.CurrentAsync(Municipality, Cancelled);
        (Form, VersionNow) = (RulesForm.Of(Rules.Of(now)), now.Version);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var now = await change.CurrentAsync(Municipality, Cancelled);
        VersionNow = Version;
        if (Form.Read(Rules.Of(now), ModelState, nameof(Form)) is not { } rules) return Page();
        switch (await change.RunAsync(new(Version, rules), Caller, Cancelled))
        {
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
}
