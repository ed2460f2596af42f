using Tewatashi.Cards;
using Tewatashi.Storage;

namespace Tewatashi.Tests.Reservations.Walks.Custody;

/// <summary>Cards go into boxes and from box to box; a box is taken out of use and back.</summary>
internal sealed class ShelfSteps(CustodyFloor floor)
{
    public IEnumerable<WalkSteps.Step> All =>
    [
        new("put away", 8, PutAwayAsync),
        new("move", 8, MoveAsync),
        new("move into a small box", 3, MoveIntoSmallAsync),
        new("retire a box or use it again", 1, ChangeAsync),
    ];

    private async Task<string> PutAwayAsync(Walker walker) =>
        await floor.CardAsync(walker, row => row.PlaceKind == PlaceKind.None && (row.Progress == CardProgress.Inspected || row.Progress == CardProgress.Prepared)) is { } card
            ? await StoreAsync(walker, card, walker.OneOf(floor.Boxes))
            : CustodySteps.Nothing;

    private Task<string> MoveAsync(Walker walker) => StoreAsync(walker, walker.Card().Card, walker.OneOf(floor.Boxes));

    private Task<string> MoveIntoSmallAsync(Walker walker) => StoreAsync(walker, walker.Card().Card, LocationPath.Parse($"H-V3-01-0{walker.Random.Next(1, 3)}"));

    private static Task<string> StoreAsync(Walker walker, Card card, LocationPath box) =>
        walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<StoreCard>().RunAsync(new(box, card.SerialNumber), caller, CancellationToken.None));

    private async Task<string> ChangeAsync(Walker walker)
    {
        var path = walker.OneOf(floor.Boxes).Value;
        if (await floor.RowAsync<Location>(walker, row => row.Path == path, row => row.Id) is not { } box) return CustodySteps.Nothing;
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<ChangeLocation>().RunAsync(new(box.Id, box.Version, "箱", box.Capacity, !box.Retired), caller, CancellationToken.None));
    }
}
