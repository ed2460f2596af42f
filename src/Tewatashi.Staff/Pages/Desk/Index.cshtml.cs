using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;

namespace Tewatashi.Staff.Pages.Desk;

/// <summary>The telephone desk before the caller is known: one field for any number.</summary>
[Needs(Permission.BookForCaller)]
public sealed class IndexModel(FindCaller findCaller) : StaffPage
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var code = ScanCode.Read(Number);
        if (code is ScanCode.IndividualNumberDropped)
        {
            // What was typed is not sent back to the screen either.
            ModelState.Clear();
            Number = null;
            ModelState.AddModelError(nameof(Number), "個人番号は使いません。製造管理番号、予約番号、受付番号のどれかを入力してください。");
            return Page();
        }

        if (code is ScanCode.Unknown) ModelState.AddModelError(nameof(Number), "番号として読めません。製造管理番号、予約番号、受付番号のどれかを確かめて入力してください。");
        else if (await findCaller.RunAsync(new(code), Caller, Cancelled) is { } cardId) return Redirect($"/desk/{cardId}");
        else ModelState.AddModelError(nameof(Number), "この番号のカードは見つかりません。もう一度聞いて、入力し直してください。");
        return Page();
    }
}
