using Tewatashi.Cards;
using Tewatashi.Missing;

namespace Tewatashi.Tests.Reservations.Walks.Custody;

/// <summary>A card is not where the books say, is found again, or is lost for good before two people.</summary>
internal sealed class MissingSteps(CustodyFloor floor)
{
    public IEnumerable<WalkSteps.Step> All =>
    [
        new("miss a card", 4, MissAsync),
        new("find a card", 5, FindAsync),
        new("confirm a loss", 1, LoseAsync),
    ];

    private static Task<string> MissAsync(Walker walker)
    {
        var (card, reason) = (walker.Card(), walker.OneOf(Enum.GetValues<MissingReason>()));
        return walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<MissCard>().RunAsync(new(card.Id, reason), caller, CancellationToken.None));
    }

    private async Task<string> FindAsync(Walker walker)
    {
        if (await floor.CardAsync(walker, row => row.PlaceKind == PlaceKind.Missing) is not { } card) return CustodySteps.Nothing;
        var box = walker.OneOf(floor.Boxes);
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<FindMissingCard>().RunAsync(new(box, card.SerialNumber), caller, CancellationToken.None));
    }

    private async Task<string> LoseAsync(Walker walker) => await floor.RowAsync<MissingCard>(walker, row => row.EndedAt == null, row => row.Id) is { } search
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<ConfirmLost>().RunAsync(new(search.Id, Wrongful: false, floor.Second.Signature), caller, CancellationToken.None))
        : CustodySteps.Nothing;
}
