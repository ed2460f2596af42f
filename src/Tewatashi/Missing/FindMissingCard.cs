using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Calls;
using Tewatashi.Storage;

namespace Tewatashi.Missing;

/// <summary>見つかった: a missing card goes into a scanned box, label and box scanned, and its search ends. Nobody needs to be called for it any more, unless it is on 保留.</summary>
[UseCase(UsedBy.Staff)]
public sealed class FindMissingCard(Database database)
{
    public sealed record Request(LocationPath Location, SerialNumber SerialNumber);

    public abstract record Outcome;

    /// <param name="Booking">Who still comes for it; null where nobody does.</param>
    public sealed record Found(Guid CardId, LocationFill Fill, LiveBooking? Booking) : Outcome;

    /// <summary>Nobody misses it: it is moved elsewhere, if at all.</summary>
    public sealed record NotMissing(PlaceKind Kind) : Outcome;

    /// <summary>紛失確定 before: its loss was reported. It is kept apart, and nothing changes here.</summary>
    public sealed record WasLost : Outcome;

    public sealed record UnknownCard : Outcome;

    public sealed record UnknownLocation : Outcome;

    /// <summary>The place is no longer used, or cards do not lie in it directly.</summary>
    public sealed record NotForCards(LocationKind Kind, bool Retired) : Outcome;

    public sealed record Full(LocationFill Fill) : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.FindMissingCard, async work =>
        {
            var outcome = await FindAsync(work, request, cancellationToken);
            switch (outcome)
            {
                case Found found: work.Record(nameof(Found), found.CardId, request.Location.Value, [found.Fill.Place.Id]); break;
                default: work.Abandon(); break;
            }

            return outcome;
        }, cancellationToken: cancellationToken);

    private static async Task<Outcome> FindAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var context = work.Context;
        var room = await LocationRoom.TakeAsync(context, request.Location, cancellationToken);
        if (room is LocationRoom.Unknown) return new UnknownLocation();
        if (await context.Cards.SingleOrDefaultAsync(row => row.SerialNumber == request.SerialNumber, cancellationToken) is not { } card) return new UnknownCard();
        if (card.Progress == CardProgress.Lost) return new WasLost();
        if (card.PlaceKind != PlaceKind.Missing) return new NotMissing(card.PlaceKind);
        if (room is LocationRoom.NotForCards not) return new NotForCards(not.Kind, not.Retired);
        if (room is not LocationRoom.Taken { Fill: var fill }) return new Full(((LocationRoom.Full)room).Fill);
        if (!await work.MoveAsync(card, PlaceStep.Find, Place.In(fill.Place.Id), cancellationToken)) throw new PassingException();
        await work.EndSearchAsync(card.Id, MissingEnd.Found, cancellationToken);
        if (card.Suspension is null) await work.WithdrawCallsAsync([card.Id], cancellationToken, CallReason.CardOnHold);
        return new Found(card.Id, fill with { Cards = fill.Cards + 1 }, await LiveBooking.OfAsync(context, card.Id, cancellationToken));
    }
}
