using Tewatashi.Lists;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Receiving;

/// <summary>受入: the deliveries, those to be worked on first.</summary>
[Needs(Permission.ReceiveCards)]
public sealed class ShipmentsModel(SeeList see) : StaffPage
{
    public ListShown List { get; private set; } = null!; // read before the page is shown

    public async Task OnGetAsync() => List = await ShowAsync(OfficeLists.Shipments, see);
}
