using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Parcels;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Tewatashi.Transfers;

namespace Tewatashi.Tests.Transfers;

/// <summary>Orders of staff called off together: shown first, then done order by order.</summary>
public sealed class CallOffTransfersTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Orders_of_staff_are_called_off_and_those_on_the_way_or_booked_stay_and_are_named(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (orders, _) = await OrdersAsync(office);

        var preview = await office.Staff<PreviewCallOffs>().RunAsync(new(orders), office.ByStaff(), CancellationToken.None);
        Assert.Equal([null, CallOffRefusal.OnTheWay, CallOffRefusal.Booked], orders.Select(order => preview.Single(line => line.OrderId == order).LeftOut));
        var result = await office.Staff<CallOffTransfers>().RunAsync(new(orders), office.ByStaff(), CancellationToken.None);

        Assert.Equal((1, 2), (result.CalledOff, result.LeftOut.Count));
        Assert.Equal(1, await office.SeeAsync(context => context.TransferOrders.CountAsync(row => row.State == TransferState.Cancelled)));
        Assert.Equal(1, await office.SeeAsync(context => context.Audit.CountAsync(row => row.Operation == OperationKind.CallOffTransfer)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Page_shows_the_selection_first_and_then_calls_off(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (orders, serial) = await OrdersAsync(office);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);
        var list = await site.GetAsync("/transfers");
        Assert.Contains(serial, list.Text, StringComparison.Ordinal);

        Assert.Contains("カードを1枚以上選んでください", (await site.SubmitAsync(list, formAction: "/transfers/call-off")).Text, StringComparison.Ordinal);
        var preview = await site.SubmitAsync(list, new() { ["Selected[0]"] = $"{orders[0]}", ["Selected[1]"] = $"{orders[2]}" }, "/transfers/call-off");
        Assert.Contains("取りやめるカード: 1枚、取りやめないカード: 1枚", preview.Text, StringComparison.Ordinal);
        Assert.Contains("予約による指示です", preview.Text, StringComparison.Ordinal);
        Assert.Equal(0, await office.SeeAsync(context => context.TransferOrders.CountAsync(row => row.State == TransferState.Cancelled)));

        Assert.Contains("1枚の指示を取りやめました", (await site.SubmitAsync(preview)).Text, StringComparison.Ordinal);
        Assert.Contains("取りやめていません", (await site.SubmitAsync(preview)).Text, StringComparison.Ordinal); // once more changes nothing
    }

    /// <summary>One that staff ordered, one that is packed, one of a booking.</summary>
    private static async Task<(IReadOnlyList<Guid> Orders, string Serial)> OrdersAsync(TestOffice office)
    {
        var offices = await office.TwoOfficesAsync(3);
        foreach (var card in offices.Cards.Take(2))
            Assert.IsType<OrderTransfer.Ordered>(await office.Staff<OrderTransfer>().RunAsync(new(offices.Far.BuildingId, card.Card.SerialNumber), office.ByStaff(), CancellationToken.None));
        await office.PackAsync(await office.OpenParcelAsync(offices), offices.Cards[1].Card.SerialNumber);
        await office.BookForCallerAsync(offices.Cards[2].Id, offices.Far, new DateOnly(2026, 12, 2), new TimeOnly(10, 0));
        var orders = await office.SeeAsync(context => context.TransferOrders.ToDictionaryAsync(row => row.CardId, row => row.Id));
        return ([.. offices.Cards.Select(card => orders[card.Id])], offices.Cards[0].Card.SerialNumber.Display);
    }
}
