using Microsoft.AspNetCore.Mvc;
using Tewatashi.Lists;
using Tewatashi.Missing;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Missing;

/// <summary>所在不明: the searches that go on and those that ended; a found card is scanned here.</summary>
[Needs(Permission.MoveCards)]
public sealed class IndexModel(SeeList see, CountMissing count, FindMissingCard find) : FoundPage(find)
{
    public ListShown List { get; private set; } = null!; // read before the page is shown

    public int Running { get; private set; }

    public async Task OnGetAsync()
    {
        List = await ShowAsync(OfficeLists.Searches, see);
        Running = (await count.RunAsync(Municipality, Cancelled)).Running;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ScanAsync();
        await OnGetAsync();
        return Page();
    }
}
