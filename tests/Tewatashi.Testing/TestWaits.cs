using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Waiting;

namespace Tewatashi.Testing;

/// <summary>People who wait for a seat, and what they are offered, through the use cases.</summary>
public static class TestWaits
{
    /// <summary>A counter with one seat of a quarter of an hour a day, Monday to Friday at 10:00.</summary>
    public static Task<Counter> AddNarrowCounterAsync(this TestOffice office, int minutes = 15, int booths = 1) =>
        office.AddCounterAsync(week: [.. Enumerable.Range(1, 5).Select(day => new WeeklyStretch((DayOfWeek)day, new TimeOnly(10, 0), new TimeOnly(10, 0).AddMinutes(minutes), booths))]);

    /// <summary>Signs in and waits for a seat at a counter on one day; a minute later than whoever waited before.</summary>
    public static async Task<Guid> WaitAsync(this TestOffice office, NotifiedCard card, Counter counter, DateOnly from, DateOnly? to = null, params NotifiedCard[] family)
    {
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var session = await office.SignInAsync(card, Municipalities.RecipientKind.Applicant, family);
        var outcome = await office.Resident<JoinWaitingList>().RunAsync(
            new(session, new WaitingWish(from, to ?? from, PartOfDay.Any, [counter.Id])), office.ByResident(card.Id), CancellationToken.None);
        return ((JoinWaitingList.Joined)outcome).WaitingId;
    }

    /// <summary>The worker looks once.</summary>
    public static Task<int> OfferAsync(this TestOffice office) => office.Worker<OfferSeats>().RunAsync(Caller.Worker(office.Municipality), CancellationToken.None);

    /// <summary>The open offer of someone who waits; null where there is none.</summary>
    public static Task<SeatOffer?> OpenOfferAsync(this TestOffice office, Guid waitingId) =>
        office.SeeAsync(context => context.SeatOffers.AsNoTracking().FirstOrDefaultAsync(row => row.WaitingId == waitingId && row.EndedAt == null));

    public static Task<AcceptOffer.Outcome> AcceptAsync(this TestOffice office, NotifiedCard card, Guid waitingId, Guid offerId) =>
        office.Resident<AcceptOffer>().RunAsync(new(waitingId, offerId), office.ByResident(card.Id), CancellationToken.None);

    public static Task<DeclineOffer.Outcome> DeclineAsync(this TestOffice office, NotifiedCard card, Guid waitingId, Guid offerId) =>
        office.Resident<DeclineOffer>().RunAsync(new(waitingId, offerId), office.ByResident(card.Id), CancellationToken.None);

    /// <summary>What the examination of the whole database finds in this municipality.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(this TestOffice office) =>
        [.. (await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations.Select(violation => violation.ToString())];
}
