using Microsoft.AspNetCore.Mvc;
using Tewatashi.Mail;
using Tewatashi.Reservations.Letters;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Mails;

/// <summary>One kind of mail in one language: worded anew, looked at as a resident will get it, then saved as a new revision.</summary>
[Needs(Permission.ManageSettings)]
public sealed class TextModel(ReadMailTexts texts, ChangeMailText change, PreviewMail preview) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public MailKind Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public MailLanguage Language { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Opening { get; set; }

    [BindProperty]
    public string? Closing { get; set; }

    /// <summary>The one this form was made from; 0: the standard wording.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>What counts now.</summary>
    public ReadMailTexts.Shown Current { get; private set; } = null!; // set before the page is shown

    /// <summary>Null until asked for.</summary>
    public PreviewMail.Shown? Preview { get; private set; }

    public bool ChangedMeanwhile { get; private set; }

    public string SubjectWords => $"80文字まで。使える言葉: {Words(subject: true)}";

    public string TextWords => $"予約の内容の前に入ります。2000文字まで。使える言葉: {Words(subject: false)}";

    private MailWording Typed => new(Subject ?? "", Opening ?? "", Closing ?? "");

    /// <param name="standard">Fills the standard wording in, to be saved or changed.</param>
    public async Task<IActionResult> OnGetAsync(bool standard)
    {
        if (!await LoadAsync()) return NotFound();
        var wording = standard ? Current.Standard : Current.Wording;
        (Subject, Opening, Closing, Revision) = (wording.Subject, wording.Opening, wording.Closing, Current.Revision);
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync()
    {
        if (!await LoadAsync()) return NotFound();
        foreach (var problem in ChangeMailText.Problems(Kind, ChangeMailText.Tidy(Typed))) ModelState.AddModelError(problem.Field, problem.Problem);
        if (ModelState.IsValid) Preview = await preview.RunAsync(Municipality, Kind, Language, Typed, Cancelled);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync()) return NotFound();
        switch (await change.RunAsync(new(Kind, Language, Revision, Typed), Caller, Cancelled))
        {
            case ChangeMailText.Changed:
                return Redirect("/settings/mails?done=true");
            case ChangeMailText.Refused refused:
                ModelState.AddModelError(refused.Field, refused.Problem);
                break;
            case ChangeMailText.ChangedMeanwhile:
                ChangedMeanwhile = true;
                Revision = Current.Revision;
                ModelState.SetModelValue(nameof(Revision), Current.Revision, null);
                break;
        }

        return Page();
    }

    private string Words(bool subject) => string.Join(" ", MailWords.AllowedIn(Kind, subject).Select(MailWords.Written));

    private async Task<bool> LoadAsync()
    {
        // A word that is no kind or language binds to none.
        if (!Enum.IsDefined(Kind) || !Enum.IsDefined(Language) || ModelState.GetFieldValidationState(nameof(Kind)) == Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid
            || ModelState.GetFieldValidationState(nameof(Language)) == Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid) return false;
        Current = (await texts.AllAsync(Municipality, Cancelled)).Single(text => text.Kind == Kind && text.Language == Language);
        return true;
    }
}
