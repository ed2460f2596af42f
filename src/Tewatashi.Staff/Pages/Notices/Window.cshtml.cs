using Microsoft.AspNetCore.Mvc;
using Tewatashi.Notices;
using Tewatashi.Staff.SignIn;
using Tewatashi.Text;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Notices;

/// <summary>差込データ of a batch for the maker of window envelopes: with a reason, and never a password.</summary>
[Needs(Permission.ExportNotices)]
public sealed class WindowModel(SeeNoticeBatch see, ExportWindowData export) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>None at first: a reason nobody chose would be recorded as one.</summary>
    [BindProperty]
    public WindowDataReason? Reason { get; set; }

    [BindProperty]
    public MachineEncoding Encoding { get; set; }

    public BatchView Batch { get; private set; } = null!; // loaded before the page is shown

    public static IReadOnlyList<Choice> Reasons { get; } = [.. Enum.GetValues<WindowDataReason>().Select(reason => new Choice(reason.ToString(), reason.Name()))];

    public static IReadOnlyList<Choice> Encodings { get; } = [.. Enum.GetValues<MachineEncoding>().Select(encoding => new Choice(encoding.ToString(), encoding.Name()))];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Reason is not { } reason || !Enum.IsDefined(reason)) ModelState.AddModelError(nameof(Reason), "書き出す理由を選んでください。");
        if (!Enum.IsDefined(Encoding)) ModelState.AddModelError(nameof(Encoding), "文字コードを選んでください。");
        if (!ModelState.IsValid || Reason is not { } chosen) return await ShowAsync();
        switch (await export.RunAsync(new(Id, chosen, Encoding), Caller, Cancelled))
        {
            case ExportWindowData.Exported exported:
                return File(exported.File, "text/csv", exported.FileName);
            case ExportWindowData.NothingReady:
                ModelState.AddModelError("", "書き出せる紙がありません。印刷を確認して、まだ発送していない、保留でないカードの紙だけを書き出せます。");
                break;
            case ExportWindowData.OnlyLabels:
                ModelState.AddModelError("", "はがきに貼るラベルの束です。窓あき封筒には入れません。");
                break;
            case ExportWindowData.NotThere:
                return NotFound();
        }

        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await see.RunAsync(Municipality, Id, Cancelled) is not { } batch) return NotFound();
        Batch = batch;
        return Page();
    }
}
