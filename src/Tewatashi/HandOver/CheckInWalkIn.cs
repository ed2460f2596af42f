using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.HandOver.Closings;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Time;

namespace Tewatashi.HandOver;

/// <summary>
/// 予約なし来庁: takes the first seat of today for somebody who simply came, and checks them in at once. Nobody is checked in without a
/// seat; where today is full, the next free times are told.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class CheckInWalkIn(Database database, KeyStore keys)
{
    public sealed record Request(Guid CardId, Guid CounterId, RecipientKind RecipientKind, KanaName? ProxyName = null, CallNumber? CallNumber = null);

    public abstract record Outcome;

    public sealed record CheckedIn(Arrival Arrival) : Outcome
    {
        /// <summary>Somebody else who comes today is like this applicant.</summary>
        public Likeness Likeness { get; init; }
    }

    /// <param name="Next">The next free times, at this counter first.</param>
    public sealed record Full(IReadOnlyList<FreeSeat> Next) : Outcome;

    public sealed record NotBookable(BookingRefusal Why) : Outcome;

    /// <summary>The card lies in another office and can be here from that day on, inclusive.</summary>
    public sealed record NotHere(DateOnly FromOn) : Outcome;

    /// <summary>締め: nobody is checked in at this counter any more today.</summary>
    public sealed record CounterClosed : Outcome;

    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) => LostRace.RetryAsync<Outcome>(
        () => database.WriteAsync<Outcome>(caller, OperationKind.CheckInWalkIn, async work =>
        {
            var outcome = await TakeAsync(work, request, cancellationToken);
            if (outcome is CheckedIn done) work.Record(nameof(CheckedIn), done.Arrival.VisitId, request.RecipientKind.ToString(), [request.CardId]);
            else work.Abandon();
            return outcome;
        }, async (work, first) => new CheckedIn(await Arrival.OfAsync(work.Context, first.SubjectId!.Value, cancellationToken) // recorded with its visit
            ?? throw new InvalidOperationException("A visit that was checked in is there.")), cancellationToken),
        () => new NotBookable(BookingRefusal.AlreadyBooked));

    private async Task<Outcome> TakeAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (await work.Context.Cards.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.CardId, cancellationToken) is not { } card) return new NotFound();
        if (await work.IsClosedTodayAsync(request.CounterId, cancellationToken)) return new CounterClosed();
        var seats = new WalkInSeats(work, request.CounterId);
        var times = await seats.TodayAsync(card, request.RecipientKind, cancellationToken);
        // Without a free time the question is still asked, so that a stopped card is named before a full day.
        var wish = new VisitWish(
            request.CounterId, JapanTime.DateOf(work.Now), times is [var first, ..] ? first : TimeOnly.MinValue, Channel.Counter,
            [new VisitPerson(request.CardId, request.RecipientKind, request.ProxyName)]);
        var (visit, refusal) = await new VisitTaking(work, keys).TakeAsync(wish, cancellationToken);
        if (visit is null) return await RefusalAsync(seats, card, request, refusal, times.Count > 0, cancellationToken);
        await work.Context.SaveChangesAsync(cancellationToken);
        await VisitArrival.ArriveAsync(work, visit.Id, request.CallNumber, cancellationToken);
        return new CheckedIn(await Arrival.OfAsync(work.Context, visit.Id, cancellationToken) ?? throw new InvalidOperationException("A visit just booked is there."))
        {
            Likeness = await Likenesses.OfAsync(work, keys, visit.Day, visit.CounterId, [request.CardId], cancellationToken),
        };
    }

    private static async Task<Outcome> RefusalAsync(
        WalkInSeats seats, Card card, Request request, SeatRefusal? refusal, bool sawFree, CancellationToken cancellationToken) => refusal switch
        {
            SeatRefusal.NotBookable(_, var why) => new NotBookable(why),
            SeatRefusal.OutsidePeriod(var earliest, _) => new NotHere(earliest.On),
            // Somebody took it between our look and our grasp: look again.
            SeatRefusal.Full when sawFree => throw new PassingException(),
            SeatRefusal.Full => new Full(await seats.LaterAsync(card, request.RecipientKind, cancellationToken)),
            _ => new NotFound(),
        };
}
