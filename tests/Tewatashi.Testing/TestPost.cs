using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.HandOver.Post;
using Tewatashi.Municipalities;
using Tewatashi.Staff;
using Tewatashi.Storage;

namespace Tewatashi.Testing;

/// <summary>Cards of the mail route, on their way through the use cases.</summary>
public static class TestPost
{
    /// <summary>Prepared cards for the post, in the first box.</summary>
    public static async Task<IReadOnlyList<Card>> AddPostCardsAsync(this TestOffice office, LocationPath box, int count = 1)
    {
        var cards = await office.AddCardsAsync(count);
        var ids = cards.Select(card => card.Id).ToList();
        await office.Staff<Database>().UnrecordedAsync(office.Municipality, context =>
            context.Cards.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Route, CardRoute.Post)));
        foreach (var card in cards)
        {
            if (await office.StoreAsync(box, card) is not StoreCard.Stored) throw new InvalidOperationException("Not stored.");
        }

        office.Clock.Advance(TimeSpan.FromMinutes(1));
        return cards;
    }

    public static Task<SetPin.Outcome> SetPinAsync(this TestOffice office, Card card) =>
        office.Staff<SetPin>().RunAsync(new(card.SerialNumber), office.ByStaff(), CancellationToken.None);

    public static Task<PostCard.Outcome> PostAsync(this TestOffice office, Card card, string? tracking = null) =>
        office.Staff<PostCard>().RunAsync(new(card.SerialNumber, tracking is null ? null : TrackingNumber.Parse(tracking)), office.ByStaff(), CancellationToken.None);

    /// <summary>PIN set and posted.</summary>
    public static async Task PostedAsync(this TestOffice office, Card card, string? tracking = null)
    {
        if (await office.SetPinAsync(card) is not SetPin.PinSet) throw new InvalidOperationException("No PIN set.");
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        if (await office.PostAsync(card, tracking) is not PostCard.Posted) throw new InvalidOperationException("Not posted.");
        office.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    public static Task<DeliverCard.Outcome> DeliverAsync(this TestOffice office, PostedCode code, DateOnly? on = null) =>
        office.Staff<DeliverCard>().RunAsync(new(code, on ?? office.Today), office.ByStaff(), CancellationToken.None);

    public static Task<TakeBackPosted.Outcome> TakeBackAsync(this TestOffice office, Card card, LocationPath box, PostReturnReason reason = PostReturnReason.NotCollected) =>
        office.Staff<TakeBackPosted>().RunAsync(new(card.SerialNumber, box, reason), office.ByStaff(), CancellationToken.None);

    /// <summary>The municipality decides to keep 引受番号.</summary>
    public static async Task DecideTrackingAsync(this TestOffice office, string? decision = "情個審第12号")
    {
        var now = await office.Staff<ChangeSettings>().CurrentAsync(office.Municipality, CancellationToken.None);
        var outcome = await office.Staff<ChangeSettings>().RunAsync(
            new(now.Version, Rules.Of(now) with { TrackingNumberDecision = decision ?? "" }), office.ByStaff(StaffRoles.Admin), CancellationToken.None);
        if (outcome is not ChangeSettings.Changed) throw new InvalidOperationException($"Not decided: {outcome}.");
    }
}
