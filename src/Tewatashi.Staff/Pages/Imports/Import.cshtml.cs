using Microsoft.AspNetCore.Mvc;
using Tewatashi.Imports;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Imports;

/// <summary>One import: what the file would bring, every refused row, the decision, the progress and the result.</summary>
[Needs(Permission.ImportCards)]
public sealed class ImportModel(ShowImports imports, ApplyImport apply, CancelImport cancel) : StaffPage
{
    private const string SecondsToNextLook = "2";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Whether the warnings are listed instead of the refused rows.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Warnings { get; set; }

    /// <summary>Why the last button did nothing; null otherwise.</summary>
    public string? Refusal { get; private set; }

    public ShowImports.Details Details { get; private set; } = null!; // loaded before the page is drawn

    public Import Import => Details.Import;

    public bool IsStock => Import.Profile == ImportProfile.Stock.Name;

    public bool IsUnderWay => Import.State is ImportState.Receiving or ImportState.Uploaded or ImportState.Applying;

    public bool CanApply => Import.State == ImportState.Previewed && Import.Added > 0 && !(Import.AllOrNothing && Import.Refused > 0);

    public bool CanCancel => Import.State is ImportState.Receiving or ImportState.Uploaded or ImportState.Previewed;

    /// <summary>Problems that were found but are not kept for this page.</summary>
    public bool IsListCut => Details.ProblemsKept > 0 && Import.Refused + Import.Warnings > ProblemList.Limit;

    public int Pages => (Details.ProblemsKept + ShowImports.PerPage - 1) / ShowImports.PerPage;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostApplyAsync()
    {
        Refusal = await apply.RunAsync(new(Id), Caller, Cancelled) switch
        {
            ApplyImport.Begun => null,
            ApplyImport.NothingToTake => "取り込めない行があるため、取り込みを始めませんでした。ファイルを直して、もう一度送ってください。",
            ApplyImport.NotWaiting => "このファイルは、もう確認待ちではありません。今の状態を確かめてください。",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return Refusal is null ? Redirect($"/imports/{Id}") : await ShowAsync();
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        Refusal = await cancel.RunAsync(new(Id), Caller, Cancelled) is CancelImport.Cancelled ? null : "取り込みが始まっているか終わっているため、取り消せません。";
        return Refusal is null ? Redirect($"/imports/{Id}") : await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await imports.FindAsync(Municipality, Id, refused: !Warnings, Math.Max(1, PageNumber), Cancelled) is not { } details) return NotFound();
        if (!Warnings && details.Import is { Refused: 0, Warnings: > 0 })
        {
            // Nothing was refused: what is worth a look comes first.
            Warnings = true;
            return await ShowAsync();
        }

        Details = details;
        // Understood by every browser, with or without script; nothing on the page is being filled in meanwhile.
        if (IsUnderWay) Response.Headers["Refresh"] = $"{SecondsToNextLook};url=/imports/{Id}";
        return Page();
    }
}
