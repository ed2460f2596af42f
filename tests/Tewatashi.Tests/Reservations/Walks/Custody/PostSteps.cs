using Tewatashi.Cards;
using Tewatashi.HandOver.Post;

namespace Tewatashi.Tests.Reservations.Walks.Custody;

/// <summary>郵送: PIN set, posted, delivered or back again; the route changes.</summary>
internal sealed class PostSteps(CustodyFloor floor)
{
    public IEnumerable<WalkSteps.Step> All =>
    [
        new("set a PIN", 4, SetPinAsync),
        new("post a card", 4, PostAsync),
        new("a posted card is delivered", 2, DeliverAsync),
        new("a delivery is taken back", 1, CancelAsync),
        new("a posted card comes back", 2, TakeBackAsync),
        new("change the route", 2, ChangeRouteAsync),
    ];

    private async Task<string> SetPinAsync(Walker walker) => await floor.CardAsync(walker, row => row.Route == CardRoute.Post && row.Progress == CardProgress.Prepared) is { } card
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<SetPin>().RunAsync(new(card.SerialNumber), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private async Task<string> PostAsync(Walker walker) => await floor.CardAsync(walker, row => row.Progress == CardProgress.PinSet) is { } card
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<PostCard>().RunAsync(new(card.SerialNumber, null), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private async Task<string> DeliverAsync(Walker walker) => await PostedAsync(walker) is { } card
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<DeliverCard>().RunAsync(new(new PostedCode.Serial(card.SerialNumber), walker.Office.Today), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private async Task<string> CancelAsync(Walker walker) => await floor.CardAsync(walker, row => row.PlaceKind == PlaceKind.WithResident && row.PinSetAt != null) is { } card
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<CancelDelivery>().RunAsync(new(new PostedCode.Serial(card.SerialNumber), floor.Second.Signature), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private async Task<string> TakeBackAsync(Walker walker)
    {
        if (await PostedAsync(walker) is not { } card) return CustodySteps.Nothing;
        var (box, reason) = (walker.OneOf(floor.Boxes), walker.OneOf(Enum.GetValues<PostReturnReason>()));
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<TakeBackPosted>().RunAsync(new(card.SerialNumber, box, reason), caller, CancellationToken.None));
    }

    private static Task<string> ChangeRouteAsync(Walker walker)
    {
        var (card, to, reason) = (walker.Card(), walker.OneOf(Enum.GetValues<CardRoute>()), walker.OneOf(Enum.GetValues<RouteChangeReason>()));
        return walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<ChangeRoute>().RunAsync(new(card.Id, to, reason), caller, CancellationToken.None));
    }

    private Task<Card?> PostedAsync(Walker walker) => floor.CardAsync(walker, row => row.PlaceKind == PlaceKind.Posted);
}
