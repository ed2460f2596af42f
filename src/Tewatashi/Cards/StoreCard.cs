using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Cards;

/// <summary>
/// 収納: a scanned card goes into the scanned box, from the receiving table or from another box. A full box is refused. A card in a counter's
/// tray is not taken here: that is 再収納.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class StoreCard(Database database)
{
    /// <summary>From so few free places on, the person is warned.</summary>
    public const int NearlyFullAt = 5;

    public sealed record Request(LocationPath Location, SerialNumber SerialNumber);

    public abstract record Outcome;

    /// <param name="From">Where it lay; null: it came from the table.</param>
    public sealed record Stored(Guid CardId, Guid LocationId, LocationFill Fill, string? From, Suspension? Suspension) : Outcome;

    /// <summary>It lies there already.</summary>
    public sealed record AlreadyHere(Guid CardId, LocationFill Fill) : Outcome;

    public sealed record Full(LocationFill Fill) : Outcome;

    public sealed record UnknownLocation : Outcome;

    /// <summary>The place is no longer used, or cards do not lie in it directly.</summary>
    public sealed record NotForCards(LocationKind Kind, bool Retired) : Outcome;

    public sealed record UnknownCard : Outcome;

    /// <summary>Not scanned in yet, or over already.</summary>
    public sealed record NotInspected(Guid CardId, CardProgress Progress) : Outcome;

    /// <summary>In a tray, on its way or taken out: it comes back another way.</summary>
    public sealed record Elsewhere(Guid CardId, PlaceKind Kind) : Outcome;

    /// <summary>It lies in another office: that would be 移送. Only said where many are moved at once.</summary>
    /// <param name="Path">Where it lies.</param>
    public sealed record OtherOffice(Guid CardId, string Path) : Outcome;

    /// <summary>Somebody else moved or changed this card this very moment: scan it again.</summary>
    public sealed record Overtaken(Guid CardId) : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.StoreCard, async work =>
        {
            var outcome = await StoreAsync(work, request, cancellationToken);
            if (outcome is Stored stored) work.Record(nameof(Stored), stored.CardId, request.Location.Value, [stored.LocationId]);
            else work.Abandon();
            return outcome;
        }, cancellationToken: cancellationToken);

    internal static async Task<Outcome> StoreAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var context = work.Context;
        // One at a time per place from here on: the count stays true until the card lies in it.
        var room = await LocationRoom.TakeAsync(context, request.Location, cancellationToken);
        if (room is LocationRoom.Unknown) return new UnknownLocation();
        if (await context.Cards.SingleOrDefaultAsync(row => row.SerialNumber == request.SerialNumber, cancellationToken) is not { } card)
            return new UnknownCard();
        if (room is LocationRoom.NotForCards not) return new NotForCards(not.Kind, not.Retired);
        if (!card.Progress.WasInspected() || card.Progress.IsOver()) return new NotInspected(card.Id, card.Progress);
        if (card.PlaceKind is not (PlaceKind.None or PlaceKind.Storage)) return new Elsewhere(card.Id, card.PlaceKind);
        var fill = room is LocationRoom.Full full ? full.Fill : ((LocationRoom.Taken)room).Fill;
        if (card.LocationId == fill.Place.Id) return new AlreadyHere(card.Id, fill);
        if (room is LocationRoom.Full) return new Full(fill);

        var from = card.LocationId is { } before ? await context.Locations.Where(row => row.Id == before).Select(row => row.Path).SingleAsync(cancellationToken) : null;
        var step = card.PlaceKind == PlaceKind.None ? PlaceStep.Store : PlaceStep.Move;
        return await work.MoveAsync(card, step, Place.In(fill.Place.Id), cancellationToken)
            ? new Stored(card.Id, fill.Place.Id, fill with { Cards = fill.Cards + 1 }, from, card.Suspension)
            : new Overtaken(card.Id);
    }
}
