using Tewatashi.Cards;
using Tewatashi.Storage;

namespace Tewatashi.Testing;

/// <summary>Storage places for tests.</summary>
public static class TestStorage
{
    /// <summary>本庁 H with 保管庫1 V1, shelves from 01 and boxes from 01 on each; the boxes' paths in walking order.</summary>
    public static async Task<IReadOnlyList<LocationPath>> AddBoxesAsync(this TestOffice office, int shelves = 1, int boxes = 2, int capacity = 50)
    {
        var vault = LocationPath.Parse("H-V1");
        var outcome = await office.Staff<AddLocations>().RunAsync(
            new(vault, "本庁", "保管庫1", new(1, shelves), new(1, boxes), capacity), office.ByStaff(), CancellationToken.None);
        if (outcome is not AddLocations.Added) throw new InvalidOperationException($"The boxes were not added: {outcome}.");
        return [.. Enumerable.Range(1, shelves).SelectMany(shelf => Enumerable.Range(1, boxes).Select(box => vault.Inside(shelf).Inside(box)))];
    }

    /// <summary>Puts a card into a box by scan.</summary>
    public static Task<StoreCard.Outcome> StoreAsync(this TestOffice office, LocationPath box, Card card) =>
        office.Staff<StoreCard>().RunAsync(new(box, card.SerialNumber), office.ByStaff(), CancellationToken.None);
}
