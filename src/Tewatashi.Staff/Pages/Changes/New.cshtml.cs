using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Imports;
using Tewatashi.Imports.Changes;
using Tewatashi.Staff.Pages.Imports;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Changes;

/// <summary>Brings the register's change list in. Its form is read by hand as it arrives, so that the file never lies open in a temporary folder.</summary>
[Needs(Permission.SuspendCards)]
[RequestSizeLimit(MaxBytes), StreamedForm, IgnoreAntiforgeryToken]
public sealed class NewModel(UploadChanges upload, IAntiforgery antiforgery) : StaffPage
{
    private const int MaxBytes = 16 * 1024 * 1024;

    public IReadOnlyList<Choice> Encodings { get; } =
    [
        new("", "自動(BOMがあればUTF-8、なければCP932)"),
        new(nameof(ImportEncoding.Cp932), "CP932(シフトJIS)"),
        new(nameof(ImportEncoding.Utf8), "UTF-8"),
    ];

    public string Encoding { get; set; } = "";

    /// <summary>Never filled in: names the field.</summary>
    public string? Upload { get; set; }

    /// <summary>The lines to mend, without what they held.</summary>
    public IReadOnlyList<RowProblem> Problems { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await StreamedFormReading.ToFileAsync(HttpContext, Cancelled) is not { } form || !await antiforgery.IsRequestValidAsync(HttpContext)) return BadRequest();
        OperationId = Guid.TryParse(form[nameof(OperationId)], out var id) ? id : null;
        Encoding = form[nameof(Encoding)] ?? "";
        if (form.File is null)
        {
            ModelState.AddModelError(nameof(Upload), "異動リストのファイルを選んでください。");
            return Page();
        }

        switch (await upload.RunAsync(new(form.FileName, Enum.TryParse<ImportEncoding>(Encoding, out var named) ? named : null, form.File), Caller, Cancelled))
        {
            case UploadChanges.Uploaded uploaded:
                return Redirect($"/changes/{uploaded.ListId}");
            case UploadChanges.NotReadable notReadable:
                Problems = notReadable.Problems;
                ModelState.AddModelError(nameof(Upload), "読み取れない行があるため、何も保存していません。下の行を直して、もう一度選んでください。");
                break;
            case UploadChanges.NameRefused:
                ModelState.AddModelError(nameof(Upload), "このファイル名は使えません(長すぎるか、個人番号と思われる12桁の数字があります)。名前を変えてから選んでください。");
                break;
        }

        return Page();
    }
}
