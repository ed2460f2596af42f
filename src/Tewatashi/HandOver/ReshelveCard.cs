using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Storage;
using Tewatashi.Time;

namespace Tewatashi.HandOver;

/// <summary>
/// 再収納: a card goes from a tray back into a scanned storage place of the same office. A card that somebody still comes for stays; a full
/// place is refused. Scanned twice, it says so and does no harm.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ReshelveCard(Database database)
{
    public sealed record Request(Guid CardId, LocationPath Location);

    public abstract record Outcome;

    /// <param name="Left">How many cards of this tray still have to go back.</param>
    public sealed record Reshelved(Guid CardId, string LastFour, LocationFill Fill, int Left) : Outcome;

    /// <summary>It lies there already.</summary>
    public sealed record AlreadyHere(Guid CardId, string LastFour) : Outcome;

    public sealed record NotInTray(Guid CardId, string LastFour, PlaceKind Kind) : Outcome;

    /// <summary>Somebody still comes for it: it stays in the tray.</summary>
    public sealed record StillExpected(TrayCard Card) : Outcome;

    public sealed record UnknownCard : Outcome;

    public sealed record UnknownLocation : Outcome;

    /// <summary>The place is no longer used, or cards do not lie in it directly.</summary>
    public sealed record NotForCards(LocationKind Kind, bool Retired) : Outcome;

    /// <summary>The place is in another office: that would be 移送.</summary>
    public sealed record OtherOffice(string Path) : Outcome;

    public sealed record Full(LocationFill Fill) : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.ReshelveCard, async work =>
        {
            var outcome = await ReshelveAsync(work, request, cancellationToken);
            if (outcome is Reshelved done) work.Record(nameof(Reshelved), done.CardId, request.Location.Value, [done.Fill.Place.Id]);
            else work.Abandon();
            return outcome;
        }, cancellationToken: cancellationToken);

    private static async Task<Outcome> ReshelveAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var context = work.Context;
        if (await context.Cards.SingleOrDefaultAsync(row => row.Id == request.CardId, cancellationToken) is not { } card) return new UnknownCard();
        var room = await LocationRoom.TakeAsync(context, request.Location, cancellationToken);
        if (room is LocationRoom.Unknown) return new UnknownLocation();
        var lastFour = card.SerialNumber.LastFour;
        if (card.LocationId is { } at && await context.Locations.AnyAsync(row => row.Id == at && row.Path == request.Location.Value, cancellationToken)) return new AlreadyHere(card.Id, lastFour);
        if (await TrayCards.LoadAsync(context, context.Cards.Where(row => row.Id == card.Id), cancellationToken) is not [var inTray])
            return new NotInTray(card.Id, lastFour, card.PlaceKind);
        var today = JapanTime.DateOf(work.Now);
        if (inTray.StaysFor(today, await BookedDays.NextAsync(context, today, inTray.CounterId, cancellationToken))) return new StillExpected(inTray);
        if (room is LocationRoom.NotForCards not) return new NotForCards(not.Kind, not.Retired);
        if (!await IsInOfficeOfAsync(context, inTray.CounterId, request.Location.Value, cancellationToken)) return new OtherOffice(request.Location.Value);
        if (room is not LocationRoom.Taken { Fill: var fill }) return new Full(((LocationRoom.Full)room).Fill);
        if (!await work.MoveAsync(card, PlaceStep.Reshelve, Place.In(fill.Place.Id), cancellationToken)) throw new PassingException();
        var left = await TrayCards.ToReshelveAsync(context, today, inTray.CounterId, cancellationToken);
        return new Reshelved(card.Id, lastFour, fill with { Cards = fill.Cards + 1 }, left.Count);
    }

    private static async Task<bool> IsInOfficeOfAsync(TewatashiContext context, Guid counterId, string path, CancellationToken cancellationToken) =>
        PickStates.IsIn(await context.Counters.Where(row => row.Id == counterId)
            .Join(context.Locations, counter => counter.BuildingId, building => building.Id, (_, building) => building.Path).SingleAsync(cancellationToken), path);
}
