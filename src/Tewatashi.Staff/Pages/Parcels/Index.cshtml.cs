using Tewatashi.Lists;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Parcels;

/// <summary>移送便の一覧: every parcel that there was, those that ended too.</summary>
[Needs(Permission.MoveCards)]
public sealed class IndexModel(SeeList see) : StaffPage
{
    public ListShown List { get; private set; } = null!; // read before the page is shown

    public async Task OnGetAsync() => List = await ShowAsync(OfficeLists.Parcels, see);
}
