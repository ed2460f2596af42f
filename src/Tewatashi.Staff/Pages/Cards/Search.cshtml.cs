using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;

namespace Tewatashi.Staff.Pages.Cards;

/// <summary>Takes what the search box of any page sends, and sends the browser on to the answer: no name enters a URL.</summary>
[Needs(Permission.ViewCards)]
public sealed class SearchModel(SaveSearch save) : StaffPage
{
    [BindProperty]
    public string? Query { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await save.RunAsync(new(Query ?? "", User.StaffMemberId), Caller, Cancelled);
        if (outcome is SaveSearch.Saved saved) return Redirect($"/search/{saved.SearchId}");
        ModelState.Clear();
        Query = null;
        ModelState.AddModelError(nameof(Query), outcome is SaveSearch.IndividualNumberDropped
            ? $"{ScanCode.ReadTheSleeve}。読み取った番号は破棄しました。"
            : "番号かカナ氏名を入力してください。");
        return Page();
    }
}
