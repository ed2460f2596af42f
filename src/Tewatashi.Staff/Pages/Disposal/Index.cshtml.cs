using Tewatashi.Disposal;
using Tewatashi.Lists;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Disposal;

/// <summary>廃棄: the proposals, and what waits for one.</summary>
[Needs(Permission.DisposeCards)]
public sealed class IndexModel(SeeList see, CountDisposals count) : StaffPage
{
    public ListShown List { get; private set; } = null!; // read before the page is shown

    /// <summary>The daily queue.</summary>
    public int Waiting { get; private set; }

    public async Task OnGetAsync()
    {
        List = await ShowAsync(OfficeLists.Disposals, see);
        Waiting = await count.RunAsync(Municipality, Cancelled);
    }
}
