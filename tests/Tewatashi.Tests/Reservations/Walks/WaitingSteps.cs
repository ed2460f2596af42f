using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Waiting;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations.Walks;

/// <summary>What those do who wait for a seat, and the worker who offers freed ones.</summary>
internal static class WaitingSteps
{
    private const string Nothing = "nothing to do";

    public static readonly IReadOnlyList<WalkSteps.Step> All =
    [
        new("wait for a seat", 6, JoinAsync),
        new("wait for a seat by telephone", 3, JoinForCallerAsync),
        new("offer freed seats", 6, OfferAsync),
        new("accept an offer", 6, AcceptAsync),
        new("decline an offer", 3, DeclineAsync),
        new("leave the waiting list", 2, LeaveAsync),
        new("end what waits in vain", 2, EndAsync),
    ];

    private static WaitingWish Wish(Walker walker)
    {
        var from = walker.Day();
        return new(from, from.AddDays(walker.Random.Next(0, 8)), walker.OneOf(Enum.GetValues<PartOfDay>()), [.. walker.Walk.Counters.Where(_ => walker.Random.Next(3) > 0).Select(counter => counter.Id)]);
    }

    private static async Task<string> JoinAsync(Walker walker)
    {
        var card = walker.Card();
        var session = await walker.Office.WriteSessionAsync(card);
        var wish = Wish(walker);
        return await walker.PressAsync(walker.Resident(card.Id), caller => walker.Office.Resident<JoinWaitingList>().RunAsync(new(session, wish), caller, CancellationToken.None));
    }

    private static async Task<string> JoinForCallerAsync(Walker walker)
    {
        var (card, wish) = (walker.Card(), Wish(walker));
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<JoinWaitingListForCaller>().RunAsync(
            new([new VisitPerson(card.Id, RecipientKind.Applicant)], wish, Proven: true), caller, CancellationToken.None));
    }

    private static async Task<string> OfferAsync(Walker walker) => await walker.Office.OfferAsync() == 0 ? "none" : "some";

    private static async Task<string> AcceptAsync(Walker walker) => await OfferedAsync(walker) is var (entry, offer)
        ? await walker.PressAsync(By(walker, entry), caller => entry.Channel == Channel.Web
            ? walker.Office.Resident<AcceptOffer>().RunAsync(new(entry.Id, offer.Id), caller, CancellationToken.None)
            : walker.Office.Staff<AcceptOffer>().RunAsync(new(entry.Id, offer.Id), caller, CancellationToken.None))
        : Nothing;

    private static async Task<string> DeclineAsync(Walker walker) => await OfferedAsync(walker) is var (entry, offer)
        ? await walker.PressAsync(By(walker, entry), caller => entry.Channel == Channel.Web
            ? walker.Office.Resident<DeclineOffer>().RunAsync(new(entry.Id, offer.Id), caller, CancellationToken.None)
            : walker.Office.Staff<DeclineOffer>().RunAsync(new(entry.Id, offer.Id), caller, CancellationToken.None))
        : Nothing;

    private static async Task<string> LeaveAsync(Walker walker)
    {
        var waiting = await walker.Office.SeeAsync(context => context.WaitingEntries.AsNoTracking().Where(row => row.EndedAt == null).OrderBy(row => row.Id).ToListAsync());
        if (waiting.Count == 0) return Nothing;
        var entry = walker.OneOf(waiting);
        return await walker.PressAsync(By(walker, entry), caller => entry.Channel == Channel.Web
            ? walker.Office.Resident<LeaveWaitingList>().RunAsync(new(entry.Id), caller, CancellationToken.None)
            : walker.Office.Staff<LeaveWaitingList>().RunAsync(new(entry.Id), caller, CancellationToken.None));
    }

    private static async Task<string> EndAsync(Walker walker) =>
        await walker.Office.Worker<EndWaits>().RunAsync(Caller.Worker(walker.Office.Municipality), CancellationToken.None) == 0 ? "none" : "some";

    private static Caller By(Walker walker, WaitingEntry entry) => entry.Channel == Channel.Web ? walker.Resident(entry.CardId) : walker.Staff();

    /// <summary>Some offer, an ended one among them now and then: mails are opened late.</summary>
    private static async Task<(WaitingEntry Entry, SeatOffer Offer)?> OfferedAsync(Walker walker)
    {
        var late = walker.Random.Next(4) == 0;
        var offers = await walker.Office.SeeAsync(context => (
            from offer in context.SeatOffers.AsNoTracking()
            where late || offer.EndedAt == null
            join entry in context.WaitingEntries.AsNoTracking() on offer.WaitingId equals entry.Id
            orderby offer.Id descending
            select new { entry, offer }).Take(10).ToListAsync());
        if (offers.Count == 0) return null;
        var one = walker.OneOf(offers);
        return (one.entry, one.offer);
    }
}
