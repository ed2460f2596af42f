using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Parcels;
using Tewatashi.Transfers;

namespace Tewatashi.Tests.Reservations.Walks.Custody;

/// <summary>Cards travel between the two offices; some do not arrive, some arrive too many.</summary>
internal sealed class ParcelSteps(CustodyFloor floor)
{
    public IEnumerable<WalkSteps.Step> All =>
    [
        new("order a transfer", 3, OrderAsync),
        new("call off a transfer", 1, CallOffAsync),
        new("open a parcel", 2, OpenAsync),
        new("pack", 10, PackAsync),
        new("unpack", 2, UnpackAsync),
        new("send a parcel", 3, SendAsync),
        new("receive a parcel", 4, ReceiveAsync),
        new("shelve from a parcel", 8, ShelveAsync),
        new("close a parcel", 3, CloseAsync),
        new("sign a parcel's difference", 1, SignAsync),
        new("give up a parcel", 1, GiveUpAsync),
    ];

    private Guid Near => floor.Walk.Counters[0].BuildingId;

    private Guid Far => floor.Walk.Counters[2].BuildingId;

    private Task<string> OrderAsync(Walker walker)
    {
        var (card, to) = (walker.Card().Card, walker.Random.Next(4) == 0 ? Near : Far);
        return walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<OrderTransfer>().RunAsync(new(to, card.SerialNumber), caller, CancellationToken.None));
    }

    private async Task<string> CallOffAsync(Walker walker) => await floor.RowAsync<TransferOrder>(walker, row => row.EndedAt == null, row => row.Id) is { } order
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<CallOffTransfer>().RunAsync(new(order.Id), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private Task<string> OpenAsync(Walker walker)
    {
        var (there, byScan) = (walker.Random.Next(4) > 0, walker.Random.Next(3) > 0);
        return walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<OpenParcel>().RunAsync(there ? new(Near, Far, byScan) : new(Far, Near, byScan), caller, CancellationToken.None));
    }

    private async Task<string> PackAsync(Walker walker)
    {
        if (await InStateAsync(walker, ParcelState.Packing) is not { } parcel) return CustodySteps.Nothing;
        var card = walker.Random.Next(3) == 0 && await floor.RowAsync<TransferOrder>(walker, row => row.EndedAt == null, row => row.Id) is { } order
            ? await walker.Office.SeeAsync(context => context.Cards.AsNoTracking().SingleAsync(row => row.Id == order.CardId))
            : walker.Card().Card;
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<PackCard>().RunAsync(new(parcel.Id, card.SerialNumber), caller, CancellationToken.None));
    }

    private async Task<string> UnpackAsync(Walker walker)
    {
        if (await InStateAsync(walker, ParcelState.Packing) is not { } parcel || await PackedAsync(walker) is not { } card) return CustodySteps.Nothing;
        var box = walker.OneOf(floor.Boxes);
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<UnpackCard>().RunAsync(new(parcel.Id, box, card.SerialNumber), caller, CancellationToken.None));
    }

    private async Task<string> SendAsync(Walker walker) => await InStateAsync(walker, ParcelState.Packing) is { } parcel
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<SendParcel>().RunAsync(new(parcel.Id), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private async Task<string> ReceiveAsync(Walker walker) => await InStateAsync(walker, ParcelState.OnTheWay) is { } parcel
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<ReceiveParcel>().RunAsync(new(parcel.Id), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    /// <summary>Mostly a card of some parcel, into a box of either office.</summary>
    private async Task<string> ShelveAsync(Walker walker)
    {
        if (await InStateAsync(walker, ParcelState.Received) is not { } parcel) return CustodySteps.Nothing;
        var card = walker.Random.Next(8) > 0 && await PackedAsync(walker) is { } packed ? packed : walker.Card().Card;
        var there = walker.Random.Next(2) == 0 ? floor.Boxes[^walker.Random.Next(1, 4)] : walker.OneOf(floor.Boxes);
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<ShelveParcelCard>().RunAsync(new(parcel.Id, there, card.SerialNumber), caller, CancellationToken.None));
    }

    private async Task<string> CloseAsync(Walker walker) => await InStateAsync(walker, ParcelState.Received) is { } parcel
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<CloseParcel>().RunAsync(new(parcel.Id), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private async Task<string> SignAsync(Walker walker) => await floor.RowAsync<Parcel>(walker, row => row.State == ParcelState.OnTheWay || row.State == ParcelState.Received, row => row.Id) is { } parcel
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<SignDifference>().RunAsync(new(parcel.Id, floor.Second.Signature), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private async Task<string> GiveUpAsync(Walker walker) => await InStateAsync(walker, ParcelState.Packing) is { } parcel
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<GiveUpParcel>().RunAsync(new(parcel.Id), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private Task<Parcel?> InStateAsync(Walker walker, ParcelState state) => floor.RowAsync<Parcel>(walker, row => row.State == state, row => row.Id);

    private Task<Card?> PackedAsync(Walker walker) => floor.CardAsync(walker, row => row.PlaceKind == PlaceKind.Transit);
}
