using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.TakeOuts;

/// <summary>持出しから戻す: a scanned card goes back into a scanned box.</summary>
[UseCase(UsedBy.Staff)]
public sealed class BringBackCard(Database database)
{
    public sealed record Request(LocationPath Location, SerialNumber SerialNumber);

    public abstract record Outcome;

    /// <param name="Late">It should have been back before.</param>
    /// <param name="Left">How many are still out.</param>
    public sealed record Back(Guid CardId, LocationFill Fill, bool Late, int Left, Suspension? Suspension) : Outcome;

    /// <summary>It is not out: nothing was moved.</summary>
    public sealed record NotOut(PlaceKind Kind) : Outcome;

    public sealed record UnknownCard : Outcome;

    public sealed record UnknownLocation : Outcome;

    /// <summary>The place is no longer used, or cards do not lie in it directly.</summary>
    public sealed record NotForCards(LocationKind Kind, bool Retired) : Outcome;

    public sealed record Full(LocationFill Fill) : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.BringBackCard, async work =>
        {
            var outcome = await BringAsync(work, request, cancellationToken);
            if (outcome is Back back) work.Record(nameof(Back), back.CardId, request.Location.Value, [back.Fill.Place.Id]);
            else work.Abandon();
            return outcome;
        }, cancellationToken: cancellationToken);

    private static async Task<Outcome> BringAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var context = work.Context;
        var room = await LocationRoom.TakeAsync(context, request.Location, cancellationToken);
        if (room is LocationRoom.Unknown) return new UnknownLocation();
        if (await context.Cards.SingleOrDefaultAsync(row => row.SerialNumber == request.SerialNumber, cancellationToken) is not { } card) return new UnknownCard();
        if (card.PlaceKind != PlaceKind.TakenOut) return new NotOut(card.PlaceKind);
        if (room is LocationRoom.NotForCards not) return new NotForCards(not.Kind, not.Retired);
        if (room is not LocationRoom.Taken { Fill: var fill }) return new Full(((LocationRoom.Full)room).Fill);
        if (!await work.MoveAsync(card, PlaceStep.BringBack, Place.In(fill.Place.Id), cancellationToken)) throw new PassingException();
        var backBy = await work.EndTakeOutAsync(card.Id, cancellationToken);
        var left = await context.TakeOuts.CountAsync(row => row.EndedAt == null, cancellationToken);
        return new Back(card.Id, fill with { Cards = fill.Cards + 1 }, backBy < work.Now, left, card.Suspension);
    }
}
