using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;

namespace Tewatashi.HandOver;

/// <summary>After a 交付見送り: the next free times for the same person, to be booked before they leave. The view is recorded.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeNextTimes(Database database, KeyStore keys)
{
    public sealed record Request(Guid ReservationId);

    /// <param name="Person">Who comes, as booked before.</param>
    /// <param name="RebookVisitId">The visit that waits for its time (要日時変更); null: a new one is booked.</param>
    /// <param name="Next">The next visit, where it is booked already.</param>
    /// <param name="Seats">The first times of the days that come, at this counter first; empty where one is booked or the card cannot be.</param>
    /// <param name="WhyNot">Why the card cannot be booked; null where it can.</param>
    public sealed record View(VisitPerson Person, Guid? RebookVisitId, LiveBooking? Next, IReadOnlyList<FreeSeat> Seats, BookingRefusal? WhyNot);

    /// <summary>Null where nobody was refused.</summary>
    public Task<View?> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.ViewReservation, async work =>
        {
            if (await Gate.FindAsync(work.Context, request.ReservationId, cancellationToken) is not { Reservation.State: ReservationState.NotHandedOver } gate) return work.Refuse<View?>(null);
            var view = await ReadAsync(work, gate, cancellationToken);
            work.Record("Viewed", gate.Reservation.Id, others: [gate.Card.Id]);
            return view;
        }, cancellationToken: cancellationToken);

    private async Task<View?> ReadAsync(Work work, Gate gate, CancellationToken cancellationToken)
    {
        var (reservation, visit, card) = gate;
        var proxy = await work.Context.ProxyNames.AsNoTracking().Where(row => row.ReservationId == reservation.Id)
            .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        KanaName? name = proxy is not null && reservation.RecipientKind.ComesAlone() ? ProxyNames.Open(keys, proxy) : null;
        var person = new VisitPerson(card.Id, reservation.RecipientKind, name);
        var live = await LiveBooking.OfAsync(work.Context, card.Id, cancellationToken);
        if (live is { State: ReservationState.Booked or ReservationState.CheckedIn }) return new View(person, null, live, [], null);
        var waiting = live is { State: ReservationState.NeedsRebooking } ? live.VisitId : (Guid?)null;
        var why = waiting is null ? (await BookableCard.LoadAsync(work.Context, [card.Id], cancellationToken)).Single().WhyNot(Channel.Phone, work.Now) : null;
        return new View(person, waiting, null, why is null ? await new WalkInSeats(work, visit.CounterId).LaterAsync(card, reservation.RecipientKind, cancellationToken) : [], why);
    }
}
