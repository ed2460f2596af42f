using Microsoft.AspNetCore.Mvc;
using Tewatashi.Municipalities;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Settings;

/// <summary>One text: worded anew, looked at as a resident will see it, then saved as a new revision.</summary>
[Needs(Permission.ManageSettings)]
public sealed class TextModel(MunicipalityTexts texts, ChangeTexts change) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public TextKey Key { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    /// <summary>The one this form was made from.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>What counts now.</summary>
    public MunicipalityText Current { get; private set; } = null!; // set before the page is shown

    /// <summary>What was typed, as it will be shown; null until asked for.</summary>
    public string? Preview { get; private set; }

    public bool ChangedMeanwhile { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync()) return NotFound();
        (Body, Revision) = (Current.Body, Current.Revision);
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync()
    {
        if (!await LoadAsync()) return NotFound();
        Preview = Body?.Trim();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        switch (await change.RunAsync(new(Key, Revision, Body ?? ""), Caller, Cancelled))
        {
            case ChangeTexts.Changed:
                return Redirect($"/settings/texts?done={Key}");
            case ChangeTexts.Refused refused:
                ModelState.AddModelError(nameof(Body), refused.Problem);
                break;
            case ChangeTexts.ChangedMeanwhile:
                ChangedMeanwhile = true;
                break;
        }

        if (!await LoadAsync()) return NotFound();
        if (ChangedMeanwhile) Revision = Current.Revision;
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        // A word that is no text's key binds to none.
        if (ModelState.GetFieldValidationState(nameof(Key)) == Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid) return false;
        if ((await texts.CurrentAsync(Municipality, Cancelled)).GetValueOrDefault(Key) is not { } current) return false;
        Current = current;
        return true;
    }
}
