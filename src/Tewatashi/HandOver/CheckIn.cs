using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.HandOver.Closings;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Outages;
using Tewatashi.Time;

namespace Tewatashi.HandOver;

/// <summary>
/// 来庁受付 of a booked visit with everyone in it, by 予約番号, notice or label. Another day and another counter are named and refused;
/// whoever comes late is told to the clerk, who decides. What the clerk was shown is recorded.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class CheckIn(Database database, KeyStore keys)
{
    /// <param name="CounterId">The counter at which the clerk sits.</param>
    /// <param name="LateAccepted">The clerk was told how late it is and lets them through.</param>
    public sealed record Request(ArrivalCode Code, Guid CounterId, CallNumber? CallNumber = null, bool LateAccepted = false);

    public abstract record Outcome;

    public sealed record CheckedIn(Arrival Arrival) : Outcome
    {
        /// <summary>Somebody else who comes today is like one of them.</summary>
        public Likeness Likeness { get; init; }
    }

    public sealed record AlreadyCheckedIn(Arrival Arrival) : Outcome;

    /// <summary>Later than the municipality allows; those who wait go first, or the clerk takes them all the same.</summary>
    public sealed record Late(Arrival Arrival, int Minutes) : Outcome;

    public sealed record OtherDay(Arrival Arrival) : Outcome;

    public sealed record OtherCounter(Arrival Arrival) : Outcome;

    /// <summary>Ended (completed, missed, not handed over) or waiting for another time.</summary>
    public sealed record NotBooked(Arrival Arrival, ReservationState State) : Outcome;

    /// <summary>全国システム停止 took the place, and they came all the same: counted, and sent home with a new time.</summary>
    public sealed record CameInVain(Arrival Arrival) : Outcome;

    /// <summary>The card is known and has no booking: 予約なし来庁.</summary>
    public sealed record NoBooking(Guid CardId) : Outcome;

    /// <summary>締め: nobody is checked in at this counter any more today.</summary>
    public sealed record CounterClosed(Arrival Arrival) : Outcome;

    /// <summary>The booking was cancelled.</summary>
    public sealed record Cancelled(Guid VisitId) : Outcome;

    public sealed record Unknown : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.CheckIn, async work =>
        {
            var outcome = await CheckInAsync(work, request, cancellationToken);
            switch (outcome)
            {
                case CheckedIn done: work.Record(nameof(CheckedIn), done.Arrival.VisitId, others: done.Arrival.Persons.Select(person => person.CardId).OfType<Guid>()); break;
                case CameInVain counted: work.Record(nameof(CameInVain), counted.Arrival.VisitId, others: counted.Arrival.Persons.Select(person => person.CardId).OfType<Guid>()); break;
                case AlreadyCheckedIn shown: work.AbandonRecording(nameof(AlreadyCheckedIn), shown.Arrival.VisitId); break;
                case Late shown: work.AbandonRecording(nameof(Late), shown.Arrival.VisitId, FormattableString.Invariant($"{shown.Minutes}")); break;
                case OtherDay shown: work.AbandonRecording(nameof(OtherDay), shown.Arrival.VisitId); break;
                case OtherCounter shown: work.AbandonRecording(nameof(OtherCounter), shown.Arrival.VisitId); break;
                case CounterClosed shown: work.AbandonRecording(nameof(CounterClosed), shown.Arrival.VisitId); break;
                case NotBooked shown: work.AbandonRecording(nameof(NotBooked), shown.Arrival.VisitId, shown.State.ToString()); break;
                case NoBooking shown: work.AbandonRecording(nameof(NoBooking), shown.CardId); break;
                case Cancelled shown: work.AbandonRecording(nameof(Cancelled), shown.VisitId); break;
                default: work.Abandon(); break;
            }

            return outcome;
        }, async (work, first) => await Arrival.OfAsync(work.Context, first.SubjectId!.Value, cancellationToken) is { } arrival // recorded with its visit
            ? first.Outcome == nameof(CameInVain) ? new CameInVain(arrival) : new CheckedIn(arrival)
            : new Cancelled(first.SubjectId.Value), cancellationToken);

    private async Task<Outcome> CheckInAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var found = await ArrivalSearch.FindAsync(work.Context, request.Code, cancellationToken);
        if (found is null) return new Unknown();
        if (found.VisitId is not { } visitId) return new NoBooking(found.CardId!.Value); // one of the two
        if (await Arrival.OfAsync(work.Context, visitId, cancellationToken) is not { } arrival) return new Cancelled(visitId);
        if (!arrival.Persons.Any(person => person.State == ReservationState.Booked))
        {
            if (arrival.Persons.Any(person => person.State == ReservationState.CheckedIn)) return new AlreadyCheckedIn(arrival);
            return await CameInVainAsync(work, arrival, cancellationToken) ? new CameInVain(arrival) : new NotBooked(arrival, arrival.Persons[0].State);
        }

        if (arrival.Day != JapanTime.DateOf(work.Now)) return new OtherDay(arrival);
        if (arrival.CounterId != request.CounterId) return new OtherCounter(arrival);
        if (await work.IsClosedTodayAsync(request.CounterId, cancellationToken)) return new CounterClosed(arrival);
        var settings = await work.Context.RulesOnAsync(JapanTime.DateOf(work.Now), cancellationToken);
        var late = (int)Math.Floor((work.Now - JapanTime.InstantOf(arrival.Day, arrival.StartsAt)).TotalMinutes);
        if (late > settings.LateMinutes && !request.LateAccepted) return new Late(arrival, late);
        await VisitArrival.ArriveAsync(work, arrival.VisitId, request.CallNumber, cancellationToken);
        return new CheckedIn(await Arrival.OfAsync(work.Context, visitId, cancellationToken) ?? throw new InvalidOperationException("A visit just checked in is there."))
        {
            Likeness = await Likenesses.OfAsync(work, keys, arrival.Day, arrival.CounterId, [.. arrival.Persons.Select(person => person.CardId).OfType<Guid>()], cancellationToken),
        };
    }

    private static async Task<bool> CameInVainAsync(Work work, Arrival arrival, CancellationToken cancellationToken)
    {
        if (arrival.Day != JapanTime.DateOf(work.Now)) return false;
        var lost = arrival.Persons.Where(person => person.State == ReservationState.NeedsRebooking).Select(person => person.ReservationId).ToList();
        if (lost.Count == 0 || await work.RunningOutageAsync(arrival.CounterId, cancellationToken) is not { } outage) return false;
        await work.TurnAwayAsync(outage, TurnedAwayWay.PlaceLost, lost, cancellationToken);
        return true;
    }
}
