using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Reservations;
using Tewatashi.Storage;
using Tewatashi.Transfers;

namespace Tewatashi.Parcels;

/// <summary>
/// 移送便の受取: a card of a received parcel is scanned into a scanned box of the office it came to. A card that is in no parcel to this office is
/// written down as 余り and not moved: that the books say otherwise is for two people to stand for.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ShelveParcelCard(Database database)
{
    public sealed record Request(Guid ParcelId, LocationPath Location, SerialNumber SerialNumber);

    public abstract record Outcome;

    /// <param name="Left">How many have not been scanned yet.</param>
    /// <param name="BookedAt">The office where somebody comes for it, where that is another: it was ordered on. Null otherwise.</param>
    public sealed record Arrived(Guid CardId, LocationFill Fill, int Left, Suspension? Suspension, string? BookedAt) : Outcome;

    /// <summary>Scanned before.</summary>
    public sealed record AlreadyArrived(int Left) : Outcome;

    /// <summary>余り: written down, not moved.</summary>
    public sealed record Extra(bool Known) : Outcome;

    /// <summary>It is in another parcel: that one is received first.</summary>
    public sealed record OtherParcel(ParcelNumber Number) : Outcome;

    public sealed record NotReceived(ParcelState? State) : Outcome;

    /// <summary>It cannot be put there; it still counts as on its way.</summary>
    public sealed record NotThere(ParcelPlace.Refusal Why) : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.ShelveParcelCard, async work =>
        {
            var outcome = await ShelveAsync(work, request, cancellationToken);
            if (outcome is Arrived arrived) work.Record("Arrived", arrived.CardId, request.Location.Value, [request.ParcelId, arrived.Fill.Place.Id]);
            else if (outcome is not Extra) work.Abandon();
            return outcome;
        }, cancellationToken: cancellationToken);

    private static async Task<Outcome> ShelveAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var context = work.Context;
        if (!await work.TakeTurnAsync(request.ParcelId, ParcelState.Received, cancellationToken))
            return new NotReceived(await context.Parcels.Where(row => row.Id == request.ParcelId).Select(row => (ParcelState?)row.State).SingleOrDefaultAsync(cancellationToken));
        var parcel = await context.Parcels.AsNoTracking().SingleAsync(row => row.Id == request.ParcelId, cancellationToken);
        var lines = await context.ParcelLines.AsNoTracking().Where(row => row.SerialNumber == request.SerialNumber).ToListAsync(cancellationToken);
        var left = await context.PackedIn(parcel.Id).CountAsync(cancellationToken);
        if (lines.Find(line => line.State == ParcelLineState.Packed) is not { } packed)
        {
            if (lines.Exists(line => line.ParcelId == parcel.Id && line.State == ParcelLineState.Arrived)) return new AlreadyArrived(left);
            return await WriteExtraAsync(work, request, lines.Exists(line => line.ParcelId == parcel.Id && line.State == ParcelLineState.Extra), cancellationToken);
        }

        if (packed.ParcelId != parcel.Id) return new OtherParcel(await context.Parcels.Where(row => row.Id == packed.ParcelId).Select(row => row.Number).SingleAsync(cancellationToken));
        var place = await ParcelPlace.TakeAsync(context, request.Location, parcel.ToBuildingId, cancellationToken);
        if (place.Why is { } why) return new NotThere(why);
        var fill = place.Fill!; // there is no refusal
        var card = await context.Cards.SingleAsync(row => row.Id == packed.CardId, cancellationToken);
        if (!await work.MoveAsync(card, PlaceStep.Arrive, Place.In(fill.Place.Id), cancellationToken)) throw new PassingException();
        await work.EndLineAsync(parcel.Id, card.Id, ParcelLineState.Arrived, cancellationToken);
        await work.ArriveTransferAsync(card.Id, cancellationToken);
        return new Arrived(card.Id, fill with { Cards = fill.Cards + 1 }, left - 1, card.Suspension, await OrderOnAsync(work, card, parcel, cancellationToken));
    }

    private static async Task<Outcome> WriteExtraAsync(Work work, Request request, bool writtenBefore, CancellationToken cancellationToken)
    {
        var card = await work.Context.Cards.Where(row => row.SerialNumber == request.SerialNumber).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken);
        if (!writtenBefore) work.Context.Add(work.NewLine(request.ParcelId, request.SerialNumber, card, ParcelLineState.Extra));
        work.Record("Extra", request.ParcelId, others: card is { } known ? [known] : []);
        return new Extra(card is not null);
    }

    /// <summary>While it travelled it was booked at another office: it must go on. The name of that office; null where nothing is to be done.</summary>
    private static async Task<string?> OrderOnAsync(Work work, Card card, Parcel parcel, CancellationToken cancellationToken)
    {
        if ((await CardAtOffice.OfAsync(work.Context, card, cancellationToken)).Booking is not { } booking || booking.BuildingId == parcel.ToBuildingId) return null;
        // Who moves or cancels the visit at this moment sees the order, or this sees what they did.
        if (!await work.TakeVisitAsync(booking.VisitId, booking.VisitVersion, cancellationToken)) throw new PassingException();
        var here = await work.Context.Locations.Where(row => row.Id == parcel.ToBuildingId).Select(row => row.Path).SingleAsync(cancellationToken);
        await work.OrderAsync(booking.VisitId, booking.BuildingId, booking.Day, [new(card.Id, here)], cancellationToken);
        return booking.Office;
    }
}
