using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.HandOver.Closings;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Time;

namespace Tewatashi.HandOver;

/// <summary>
/// 交付取消: on the day of the hand-over, with a reason and a second person, the scanned card goes back from the resident into the counter's
/// tray. A step of its own in card, place and reservation; the record of the hand-over stays and says that it was taken back.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class CancelHandOver(Database database)
{
    /// <param name="Label">製造管理番号 scanned from the sleeve: the card is here again.</param>
    public sealed record Request(Guid ReservationId, SerialNumber Label, HandOverCancelReason Reason, SecondSignature Second);

    public abstract record Outcome;

    public sealed record Cancelled(Guid CardId, string LastFour) : Outcome;

    public sealed record WrongCard : Outcome;

    /// <summary>Never handed over, or taken back already.</summary>
    public sealed record NotHandedOver : Outcome;

    /// <summary>The day of the hand-over is over.</summary>
    public sealed record OtherDay : Outcome;

    /// <summary>締め: the counter's tray takes no card any more today.</summary>
    public sealed record CounterClosed : Outcome;

    /// <summary>The second person is the one who is signed in.</summary>
    public sealed record SamePerson : Outcome;

    /// <summary>The second person's user id or password is wrong, locked or may not do this.</summary>
    public sealed record SecondRefused : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var second = await SecondPerson.ReadAsync(database, caller, request.Second, cancellationToken) ?? throw new InvalidOperationException("A signature was given.");
        return await database.WriteAsync(caller, OperationKind.CancelHandOver, work => CancelAsync(work, request, second, cancellationToken),
            (work, first) => FirstAsync(work, first, cancellationToken), cancellationToken);
    }

    private static async Task<Outcome> CancelAsync(Work work, Request request, SecondPerson second, CancellationToken cancellationToken)
    {
        if (await Gate.FindAsync(work.Context, request.ReservationId, cancellationToken) is not { Stop: GateStop.HandedOver } gate) return work.Refuse(new NotHandedOver());
        var record = await work.Context.HandOvers.AsNoTracking().SingleOrDefaultAsync(row => row.ReservationId == gate.Reservation.Id && row.CancelledAt == null, cancellationToken);
        if (record is null) return work.Refuse(new NotHandedOver());
        if (JapanTime.DateOf(record.HappenedAt ?? record.At) != JapanTime.DateOf(work.Now)) return work.Refuse(new OtherDay());
        if (await work.IsClosedTodayAsync(record.CounterId, cancellationToken)) return work.Refuse(new CounterClosed());
        if (gate.Card.SerialNumber != request.Label)
        {
            work.AbandonRecording(nameof(WrongCard), gate.Reservation.Id);
            return new WrongCard();
        }

        switch (await second.StandsAsync(work, Permission.HandOver, gate.Reservation.Id, cancellationToken))
        {
            case SecondPerson.Answer.SamePerson: return new SamePerson();
            case SecondPerson.Answer.Refused: return new SecondRefused();
        }

        if (!await work.StepAsync(gate.Reservation, ReservationStep.CancelHandOver, cancellationToken, NotHandedOverReasonNames.Cancelled)
            || !await work.StepAsync(gate.Card, CardStep.CancelHandOver, cancellationToken)
            || !await work.MoveAsync(gate.Card, PlaceStep.TakeBack, Place.TrayOf(record.CounterId), cancellationToken)) throw new PassingException();
        var by = Guid.Parse(work.Caller.Actor.Id);
        if (await work.Context.HandOvers.Where(row => row.Id == record.Id && row.CancelledAt == null).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.CancelledAt, work.Now)
                .SetProperty(row => row.CancelledBy, by)
                .SetProperty(row => row.CancelledWith, second.Id)
                .SetProperty(row => row.CancelReason, request.Reason), cancellationToken) == 0) throw new PassingException();
        work.Record(nameof(Cancelled), gate.Reservation.Id, request.Reason.ToString(), [gate.Card.Id, second.Id]);
        return new Cancelled(gate.Card.Id, gate.Card.SerialNumber.LastFour);
    }

    private static async Task<Outcome> FirstAsync(Work work, AuditEntry first, CancellationToken cancellationToken)
    {
        switch (first.Outcome)
        {
            case nameof(SamePerson): return new SamePerson();
            case SecondPerson.Wrong: return new SecondRefused();
        }

        var gate = await Gate.FindAsync(work.Context, first.SubjectId!.Value, cancellationToken) ?? throw new InvalidOperationException("A reservation once taken back is there."); // recorded with it
        return new Cancelled(gate.Card.Id, gate.Card.SerialNumber.LastFour);
    }
}
