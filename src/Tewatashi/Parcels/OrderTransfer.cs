using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Storage;
using Tewatashi.Time;
using Tewatashi.Transfers;

namespace Tewatashi.Parcels;

/// <summary>移送の指示: staff scan a card that is to go to another office, without a booking that asks for it.</summary>
[UseCase(UsedBy.Staff)]
public sealed class OrderTransfer(Database database)
{
    public sealed record Request(Guid ToBuildingId, SerialNumber SerialNumber);

    public abstract record Outcome;

    /// <param name="NeededOn">The day by which it will be there, if it leaves today.</param>
    public sealed record Ordered(Guid CardId, string From, DateOnly NeededOn) : Outcome;

    public sealed record AlreadyOrdered : Outcome;

    public sealed record OrderedElsewhere(string Office) : Outcome;

    public sealed record AlreadyThere : Outcome;

    /// <summary>Somebody comes for it, and not to that office.</summary>
    public sealed record BookedElsewhere(string Office, DateOnly Day) : Outcome;

    public sealed record NotPrepared(CardProgress Progress) : Outcome;

    public sealed record Suspended : Outcome;

    /// <summary>On no shelf and in no tray.</summary>
    public sealed record Elsewhere(PlaceKind Kind) : Outcome;

    public sealed record UnknownCard : Outcome;

    public sealed record UnknownOffice : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.OrderTransfer, async work =>
        {
            var outcome = await OrderAsync(work, request, cancellationToken);
            if (outcome is Ordered ordered) work.Record(nameof(Ordered), ordered.CardId, others: [request.ToBuildingId]);
            else work.Abandon();
            return outcome;
        }, cancellationToken: cancellationToken);

    private static async Task<Outcome> OrderAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var context = work.Context;
        if (!await context.Locations.AnyAsync(row => row.Id == request.ToBuildingId && row.Kind == LocationKind.Building && !row.Retired, cancellationToken)) return new UnknownOffice();
        if (await context.Cards.AsNoTracking().SingleOrDefaultAsync(row => row.SerialNumber == request.SerialNumber, cancellationToken) is not { } card) return new UnknownCard();
        if (card.Progress != CardProgress.Prepared) return new NotPrepared(card.Progress);
        if (card.Suspension is not null) return new Suspended();
        var at = await CardAtOffice.OfAsync(context, card, cancellationToken);
        if (at.OfficeId is not { } from) return new Elsewhere(card.PlaceKind);
        if (from == request.ToBuildingId) return new AlreadyThere();
        if (at.Booking is { } booking && booking.BuildingId != request.ToBuildingId) return new BookedElsewhere(booking.Office, booking.Day);
        if (at.OrderedTo == request.ToBuildingId) return new AlreadyOrdered();
        if (at.OrderedTo is { } other) return new OrderedElsewhere(await context.Locations.Where(row => row.Id == other).Select(row => row.Name).SingleAsync(cancellationToken));
        var neededOn = await context.DueAsync(JapanTime.DateOf(work.Now), cancellationToken);
        work.OrderByStaff(card.Id, from, request.ToBuildingId, neededOn);
        return new Ordered(card.Id, at.Office, neededOn);
    }
}
