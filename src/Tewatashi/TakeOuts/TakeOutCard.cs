using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Time;

namespace Tewatashi.TakeOuts;

/// <summary>持出し: a scanned card goes from its shelf or tray out of the office, in the hands of a named member of staff. Refused where somebody comes for it before it is back.</summary>
[UseCase(UsedBy.Staff)]
public sealed class TakeOutCard(Database database)
{
    public sealed record Request(SerialNumber SerialNumber, Guid StaffMemberId, TakeOutKind Kind, DateTimeOffset BackBy);

    public abstract record Outcome;

    public sealed record TakenOut(Guid CardId, string StaffMember) : Outcome;

    /// <summary>It is out already.</summary>
    public sealed record AlreadyOut : Outcome;

    public sealed record UnknownCard : Outcome;

    /// <summary>No account in use.</summary>
    public sealed record UnknownStaff : Outcome;

    /// <summary>The time to be back is not to come.</summary>
    public sealed record BackByPast : Outcome;

    public sealed record NotPrepared(CardProgress Progress) : Outcome;

    public sealed record Suspended : Outcome;

    /// <summary>On no shelf and in no tray.</summary>
    public sealed record Elsewhere(PlaceKind Kind) : Outcome;

    /// <summary>Somebody comes for it before it is back.</summary>
    public sealed record BookedBefore(string Counter, DateOnly Day, TimeOnly StartsAt) : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.TakeOutCard, async work =>
        {
            var outcome = await TakeAsync(work, request, cancellationToken);
            if (outcome is TakenOut taken) work.Record(nameof(TakenOut), taken.CardId, request.Kind.ToString(), [request.StaffMemberId]);
            else work.Abandon();
            return outcome;
        }, cancellationToken: cancellationToken);

    private static async Task<Outcome> TakeAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var context = work.Context;
        if (request.BackBy <= work.Now) return new BackByPast();
        if (await context.StaffMembers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.StaffMemberId && row.State == StaffState.Active, cancellationToken) is not { } member)
            return new UnknownStaff();
        if (await context.Cards.SingleOrDefaultAsync(row => row.SerialNumber == request.SerialNumber, cancellationToken) is not { } card) return new UnknownCard();
        if (card.PlaceKind == PlaceKind.TakenOut) return new AlreadyOut();
        if (card.Progress != CardProgress.Prepared) return new NotPrepared(card.Progress);
        if (card.Suspension is not null) return new Suspended();
        if (!PlaceMachine.Places.Allows(card.PlaceKind, PlaceStep.TakeOut)) return new Elsewhere(card.PlaceKind);
        if (await LiveBooking.OfAsync(context, card.Id, cancellationToken) is { State: ReservationState.Booked or ReservationState.CheckedIn } booking
            && JapanTime.InstantOf(booking.Day, booking.StartsAt) <= request.BackBy) return new BookedBefore(booking.Counter, booking.Day, booking.StartsAt);
        if (!await work.MoveAsync(card, PlaceStep.TakeOut, Place.TakenOut, cancellationToken)) throw new PassingException();
        context.Add(new TakeOut
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            CardId = card.Id,
            StaffMemberId = member.Id,
            Kind = request.Kind,
            TakenAt = work.Now,
            TakenBy = work.Caller.Actor.Id,
            BackBy = request.BackBy,
        });
        return new TakenOut(card.Id, member.DisplayName);
    }
}
