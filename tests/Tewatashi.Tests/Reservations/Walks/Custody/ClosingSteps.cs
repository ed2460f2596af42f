using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.HandOver;
using Tewatashi.HandOver.Closings;

namespace Tewatashi.Tests.Reservations.Walks.Custody;

/// <summary>A hand-over is taken back; the evening: who did not come, what stays in the tray and why, the closing and its opening again.</summary>
internal sealed class ClosingSteps(CustodyFloor floor)
{
    public IEnumerable<WalkSteps.Step> All =>
    [
        new("cancel a hand-over", 1, CancelAsync),
        new("mark who did not come", 3, MarkAsync),
        new("keep the next day's cards", 2, KeepNextAsync),
        new("keep a card in the tray", 1, KeepAsync),
        new("close a counter", 4, CloseAsync),
        new("open a counter again", 2, ReopenAsync),
    ];

    /// <summary>One time in four with another card's label.</summary>
    private async Task<string> CancelAsync(Walker walker)
    {
        if (await floor.RowAsync<HandOverRecord>(walker, row => row.CancelledAt == null, row => row.Id) is not { } record) return CustodySteps.Nothing;
        var label = walker.Random.Next(4) == 0 ? walker.Card().Card.SerialNumber : await walker.Office.SeeAsync(context => context.Cards.Where(row => row.Id == record.CardId).Select(row => row.SerialNumber).SingleAsync());
        var reason = walker.OneOf(Enum.GetValues<HandOverCancelReason>());
        var outcome = await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<CancelHandOver>().RunAsync(new(record.ReservationId, label, reason, floor.Second.Signature), caller, CancellationToken.None));
        floor.Return(record.CardId);
        return outcome;
    }

    private static Task<string> MarkAsync(Walker walker)
    {
        var counter = walker.Counter();
        return MarkedAsync();

        async Task<string> MarkedAsync() =>
            await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<MarkNotCome>().RunAsync(new(counter.Id, walker.Office.Today), caller, CancellationToken.None)) is "0" or "twice 0" ? "none" : "some";
    }

    private static Task<string> KeepNextAsync(Walker walker)
    {
        var counter = walker.Counter();
        return walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<KeepInTray>().RunAsync(new(counter.Id, walker.Office.Today, null, KeptReason.NextDay), caller, CancellationToken.None));
    }

    private async Task<string> KeepAsync(Walker walker)
    {
        if (await floor.CardAsync(walker, row => row.PlaceKind == PlaceKind.Tray) is not { TrayCounterId: { } counter } card) return CustodySteps.Nothing;
        var reason = walker.OneOf(Enum.GetValues<KeptReason>());
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<KeepInTray>().RunAsync(new(counter, walker.Office.Today, card.Id, reason, floor.Second.Signature), caller, CancellationToken.None));
    }

    private static Task<string> CloseAsync(Walker walker)
    {
        var (counter, accepted) = (walker.Counter(), walker.Random.Next(2) == 0);
        return walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<CloseCounter>().RunAsync(new(counter.Id, walker.Office.Today, accepted ? 1 : 0, accepted), caller, CancellationToken.None));
    }

    private static Task<string> ReopenAsync(Walker walker)
    {
        var counter = walker.Counter();
        return walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<ReopenCounter>().RunAsync(new(counter.Id, walker.Office.Today), caller, CancellationToken.None));
    }
}
