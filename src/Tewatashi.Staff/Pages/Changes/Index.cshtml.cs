using Tewatashi.Lists;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Changes;

/// <summary>住基の異動: the change lists, those to be worked on first.</summary>
[Needs(Permission.SuspendCards)]
public sealed class IndexModel(SeeList see) : StaffPage
{
    public ListShown List { get; private set; } = null!; // read before the page is shown

    public async Task OnGetAsync() => List = await ShowAsync(OfficeLists.Changes, see);
}
