using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.Parcels;
using Tewatashi.Storage;

namespace Tewatashi.Testing;

/// <summary>Two offices, H with cards on the shelf and B with empty boxes.</summary>
/// <param name="FarBoxes">B-V1-01-01 and its neighbour.</param>
public sealed record TestOffices(Counter Near, Counter Far, IReadOnlyList<LocationPath> NearBoxes, IReadOnlyList<LocationPath> FarBoxes, IReadOnlyList<NotifiedCard> Cards);

/// <summary>Parcels between two offices.</summary>
public static class TestParcels
{
    public static async Task<TestOffices> TwoOfficesAsync(this TestOffice office, int cards, int capacity = 50)
    {
        var near = await office.AddCounterAsync("H1");
        var far = await office.AddCounterAsync("B1", building: "B");
        var boxes = await office.AddBoxesAsync(capacity: capacity);
        var vault = LocationPath.Parse("B-V1");
        var added = await office.Staff<AddLocations>().RunAsync(new(vault, "庁舎B", "保管庫1", new(1, 1), new(1, 2), capacity), office.ByStaff(), CancellationToken.None);
        if (added is not AddLocations.Added) throw new InvalidOperationException($"The boxes were not added: {added}.");
        var notified = cards == 0 ? [] : await office.AddNotifiedCardsAsync(cards);
        foreach (var card in notified)
        {
            if (await office.StoreAsync(boxes[0], card.Card) is not StoreCard.Stored) throw new InvalidOperationException("Not stored.");
        }

        return new(near, far, boxes, [vault.Inside(1).Inside(1), vault.Inside(1).Inside(2)], notified);
    }

    /// <summary>A parcel from H to B that takes any card.</summary>
    public static async Task<Guid> OpenParcelAsync(this TestOffice office, TestOffices offices, bool ordersByScan = true, bool back = false) =>
        await office.Staff<OpenParcel>().RunAsync(
            back ? new(offices.Far.BuildingId, offices.Near.BuildingId, ordersByScan) : new(offices.Near.BuildingId, offices.Far.BuildingId, ordersByScan), office.ByStaff(), CancellationToken.None)
            is OpenParcel.Opened opened ? opened.ParcelId : throw new InvalidOperationException("Not opened.");

    public static Task<PackCard.Outcome> PackAsync(this TestOffice office, Guid parcel, SerialNumber label) =>
        office.Staff<PackCard>().RunAsync(new(parcel, label), office.ByStaff(), CancellationToken.None);

    public static Task<ShelveParcelCard.Outcome> ShelveAsync(this TestOffice office, Guid parcel, LocationPath box, SerialNumber label) =>
        office.Staff<ShelveParcelCard>().RunAsync(new(parcel, box, label), office.ByStaff(), CancellationToken.None);

    /// <summary>A parcel with these cards that has left.</summary>
    public static async Task<Guid> SentParcelAsync(this TestOffice office, TestOffices offices, params NotifiedCard[] cards)
    {
        var parcel = await office.OpenParcelAsync(offices);
        foreach (var card in cards)
        {
            if (await office.PackAsync(parcel, card.Card.SerialNumber) is not PackCard.PackedIn) throw new InvalidOperationException("Not packed.");
        }

        return await office.Staff<SendParcel>().RunAsync(new(parcel), office.ByStaff(), CancellationToken.None) is SendParcel.Sent ? parcel : throw new InvalidOperationException("Not sent.");
    }

    /// <summary>The same, received in B.</summary>
    public static async Task<Guid> ReceivedParcelAsync(this TestOffice office, TestOffices offices, params NotifiedCard[] cards)
    {
        var parcel = await office.SentParcelAsync(offices, cards);
        return await office.Staff<ReceiveParcel>().RunAsync(new(parcel), office.ByStaff(), CancellationToken.None) ? parcel : throw new InvalidOperationException("Not received.");
    }
}
