using Microsoft.AspNetCore.Mvc;
using Tewatashi.Missing;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Missing;

/// <summary>所在不明: the searches that go on and those that ended; a found card is scanned here.</summary>
[Needs(Permission.MoveCards)]
public sealed class IndexModel(ListMissing list, FindMissingCard find) : FoundPage(find)
{
    public ListMissing.View View { get; private set; } = null!; // read before the page is shown

    public async Task OnGetAsync() => View = await list.RunAsync(Caller with { OperationId = null }, Cancelled);

    public async Task<IActionResult> OnPostAsync()
    {
        await ScanAsync();
        await OnGetAsync();
        return Page();
    }
}
