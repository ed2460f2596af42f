using Microsoft.AspNetCore.Mvc;
using Tewatashi.HandOver;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Settings;

/// <summary>A line of the checklist: worded anew, or one of the municipality's own.</summary>
[Needs(Permission.ManageSettings)]
public sealed class ChecklistLineModel(ChangeChecklist change) : StaffPage
{
    private const string New = "new";

    /// <summary>Of the line; <c>new</c> for one to be added.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = New;

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public AskedOf AskedOf { get; set; }

    [BindProperty]
    public bool Required { get; set; }

    [BindProperty]
    public bool Asked { get; set; }

    /// <summary>As it counts now; null for a new one.</summary>
    public ChangeChecklist.Line? Now { get; private set; }

    public bool ChangedMeanwhile { get; private set; }
    public bool IsNew => Code == New;
    public bool IsOwn => IsNew || Now is { IsOwn: true };
    public static IEnumerable<Choice> Choices => Enum.GetValues<AskedOf>().Select(of => new Choice(of.ToString(), of.Name()));

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync()) return NotFound();
        (Text, Revision, AskedOf, Required, Asked) = Now is { } line
            ? (line.Question.Text, line.Revision, line.Question.AskedOf, line.Question.Required, line.Asked)
            : ("", 0, AskedOf.Everyone, true, true);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync()) return NotFound();
        switch (await change.RunAsync(new(IsNew ? null : Code, Revision, Text ?? "", new(AskedOf, Required, Asked)), Caller, Cancelled))
        {
            case ChangeChecklist.Changed(var code): return Redirect($"/settings/checklist?done={code}");
            case ChangeChecklist.NotFound: return NotFound();
            case ChangeChecklist.Refused(var problem):
                ModelState.AddModelError(nameof(Text), problem);
                return Page();
            case ChangeChecklist.ChangedMeanwhile:
                ChangedMeanwhile = true;
                await LoadAsync();
                Revision = Now?.Revision ?? 0;
                ModelState.Remove(nameof(Revision));
                return Page();
            case var outcome: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }
    }

    private async Task<bool> LoadAsync()
    {
        if (IsNew) return true;
        Now = (await change.CurrentAsync(Municipality, Cancelled)).Find(line => line.Question.Code == Code);
        return Now is not null;
    }
}
