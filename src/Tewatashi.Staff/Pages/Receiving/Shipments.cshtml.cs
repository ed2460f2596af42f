using Tewatashi.Cards;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Receiving;

/// <summary>受入: the deliveries, those to be worked on first.</summary>
[Needs(Permission.ReceiveCards)]
public sealed class ShipmentsModel(ListShipments list) : StaffPage
{
    public IReadOnlyList<ListShipments.Row> Shipments { get; private set; } = [];

    public async Task OnGetAsync() => Shipments = await list.RunAsync(Municipality, Cancelled);
}
