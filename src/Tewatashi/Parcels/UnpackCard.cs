using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Parcels;

/// <summary>A card goes out of a parcel that has not left yet, back onto a scanned shelf of the same office. Its order stands.</summary>
[UseCase(UsedBy.Staff)]
public sealed class UnpackCard(Database database)
{
    public sealed record Request(Guid ParcelId, LocationPath Location, SerialNumber SerialNumber);

    public abstract record Outcome;

    public sealed record Unpacked(Guid CardId, LocationFill Fill, int Packed) : Outcome;

    public sealed record NotPacking : Outcome;

    public sealed record NotInParcel : Outcome;

    /// <summary>It cannot be put there; it is still in the parcel.</summary>
    public sealed record NotThere(ParcelPlace.Refusal Why) : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.UnpackCard, async work =>
        {
            var context = work.Context;
            if (!await work.TakeTurnAsync(request.ParcelId, ParcelState.Packing, cancellationToken)) return work.Refuse(new NotPacking());
            var parcel = await context.Parcels.AsNoTracking().SingleAsync(row => row.Id == request.ParcelId, cancellationToken);
            var card = await context.Cards.SingleOrDefaultAsync(row => row.SerialNumber == request.SerialNumber, cancellationToken);
            if (card is null || !await context.PackedIn(parcel.Id).AnyAsync(row => row.CardId == card.Id, cancellationToken)) return work.Refuse(new NotInParcel());
            var place = await ParcelPlace.TakeAsync(context, request.Location, parcel.FromBuildingId, cancellationToken);
            if (place.Why is { } why) return work.Refuse(new NotThere(why));
            var fill = place.Fill!; // there is no refusal
            if (!await work.MoveAsync(card, PlaceStep.Unpack, Place.In(fill.Place.Id), cancellationToken)) throw new PassingException();
            await work.EndLineAsync(parcel.Id, card.Id, ParcelLineState.Unpacked, cancellationToken);
            work.Record("Unpacked", card.Id, request.Location.Value, [parcel.Id, fill.Place.Id]);
            return new Unpacked(card.Id, fill with { Cards = fill.Cards + 1 }, await context.PackedIn(parcel.Id).CountAsync(cancellationToken));
        }, cancellationToken: cancellationToken);
}
