using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.HandOver.Closings;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Time;

namespace Tewatashi.HandOver;

/// <summary>
/// 予約なし来庁 for a kind of booking that needs no card: takes the first seat of today and checks in at once. Nothing is asked about the
/// person. Where today is full, the next free times are told.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class CheckInErrand(Database database, KeyStore keys)
{
    public sealed record Request(Guid KindId, Guid CounterId, CallNumber? CallNumber = null);

    public abstract record Outcome;

    public sealed record CheckedIn(Arrival Arrival) : Outcome;

    /// <param name="Next">The next free times at the counters that serve it, at this counter first.</param>
    public sealed record Full(IReadOnlyList<FreeSeat> Next) : Outcome;

    /// <summary>締め: nobody is checked in at this counter any more today.</summary>
    public sealed record CounterClosed : Outcome;

    /// <summary>Off, not taken without a booking, not served at this counter, or one that needs a card.</summary>
    public sealed record Closed : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.CheckInWalkIn, async work =>
        {
            var outcome = await TakeAsync(work, request, cancellationToken);
            if (outcome is CheckedIn done) work.Record(nameof(CheckedIn), done.Arrival.VisitId);
            else work.Abandon();
            return outcome;
        }, async (work, first) => new CheckedIn(await Arrival.OfAsync(work.Context, first.SubjectId!.Value, cancellationToken) // recorded with its visit
            ?? throw new InvalidOperationException("A visit that was checked in is there.")), cancellationToken);

    private async Task<Outcome> TakeAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (await work.Context.BookingKinds.AsNoTracking().FirstOrDefaultAsync(row => row.Id == request.KindId, cancellationToken) is not { NeedsCard: false } kind) return new Closed();
        if (await work.IsClosedTodayAsync(request.CounterId, cancellationToken)) return new CounterClosed();
        var seats = new WalkInSeats(work, request.CounterId);
        var times = await seats.TodayAsync(kind.Minutes, cancellationToken);
        // Without a free time the question is still asked, so that a kind that is off is named before a full day.
        var wish = new VisitWish(
            request.CounterId, JapanTime.DateOf(work.Now), times is [var first, ..] ? first : TimeOnly.MinValue, Channel.Counter, [VisitPerson.ForKind(kind.Id)]);
        var (visit, refusal) = await new VisitTaking(work, keys).TakeAsync(wish, cancellationToken);
        if (visit is not null)
        {
            await work.Context.SaveChangesAsync(cancellationToken);
            await VisitArrival.ArriveAsync(work, visit.Id, request.CallNumber, cancellationToken);
            return new CheckedIn(await Arrival.OfAsync(work.Context, visit.Id, cancellationToken) ?? throw new InvalidOperationException("A visit just booked is there."));
        }

        if (refusal is not SeatRefusal.Full) return new Closed();
        // Somebody took it between our look and our grasp: look again.
        if (times.Count > 0) throw new PassingException();
        return new Full(await seats.LaterAsync(kind.Minutes, counter => kind.IsServedAt(counter.Code), cancellationToken));
    }
}
