using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Imports;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Imports;

/// <summary>
/// Brings a file in. Its form is read by hand as it arrives: the platform's own reading would lay the file open in a temporary
/// folder. The check against forged forms is therefore made by hand too, before the first byte of the file is read.
/// </summary>
[Needs(Permission.ImportCards)]
[RequestSizeLimit(UploadImport.MaxBytes + (1024 * 1024)), StreamedForm, IgnoreAntiforgeryToken]
public sealed class NewModel(UploadImport uploadImport, IAntiforgery antiforgery) : StaffPage
{
    public IReadOnlyList<Choice> Profiles { get; } =
        [.. ImportProfile.BuiltIn.Select(profile => new Choice(profile.Name, ImportWords.ProfileName(profile.Name)))];

    public IReadOnlyList<Choice> Encodings { get; } =
    [
        new("", "自動(BOMがあればUTF-8、なければCP932)"),
        new(nameof(ImportEncoding.Cp932), "CP932(シフトJIS)"),
        new(nameof(ImportEncoding.Utf8), "UTF-8"),
    ];

    public string Profile { get; set; } = ImportProfile.Standard.Name;
    public string Encoding { get; set; } = "";
    public bool AllOrNothing { get; set; }
    /// <summary>Never filled in: names the field.</summary>
    public string? Upload { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await StreamedFormReading.ToFileAsync(HttpContext, Cancelled) is not { } form || !await antiforgery.IsRequestValidAsync(HttpContext)) return BadRequest();
        OperationId = Guid.TryParse(form[nameof(OperationId)], out var id) ? id : null;
        Profile = form[nameof(Profile)] ?? "";
        Encoding = form[nameof(Encoding)] ?? "";
        AllOrNothing = form[nameof(AllOrNothing)] is { } chosen && chosen.Contains("true", StringComparison.Ordinal);
        var profile = ImportProfile.BuiltIn.FirstOrDefault(profile => profile.Name == Profile);
        var encoding = Enum.TryParse<ImportEncoding>(Encoding, out var named) ? named : (ImportEncoding?)null;
        if (profile is null) ModelState.AddModelError(nameof(Profile), "ファイルの種類を選んでください。");
        if (form.File is null) ModelState.AddModelError(nameof(Upload), "取り込むファイルを選んでください。");
        if (profile is null || form.File is null) return Page();

        var outcome = await uploadImport.RunAsync(new(form.FileName, profile, encoding, AllOrNothing, form.File), Caller, Cancelled);
        if (outcome is UploadImport.Uploaded uploaded) return Redirect($"/imports/{uploaded.ImportId}");
        ModelState.AddModelError(nameof(Upload), outcome switch
        {
            UploadImport.Empty => "ファイルが選ばれていないか、空です。取り込むファイルを選んでください。",
            UploadImport.TooLarge => "ファイルが大きすぎます(320 MBまで)。ファイルを分けてください。",
            UploadImport.NameRefused => "このファイル名は使えません(長すぎるか、個人番号と思われる12桁の数字があります)。名前を変えてから選んでください。",
            _ => throw new System.Diagnostics.UnreachableException(),
        });
        return Page();
    }
}
