using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Storage;
using Tewatashi.Time;
using Tewatashi.Transfers;

namespace Tewatashi.Parcels;

/// <summary>
/// 梱包: a scanned card goes from its shelf or tray into a parcel. Only a card that is to go to that office is taken; every other is
/// refused by name and the refusal recorded.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class PackCard(Database database)
{
    public sealed record Request(Guid ParcelId, SerialNumber SerialNumber);

    public abstract record Outcome;

    /// <param name="Packed">How many are in the parcel now.</param>
    public sealed record PackedIn(Guid CardId, int Packed) : Outcome;

    public sealed record AlreadyPacked(int Packed) : Outcome;

    /// <summary>It has left, or was given up.</summary>
    public sealed record NotPacking : Outcome;

    public sealed record UnknownCard : Outcome;

    public sealed record OtherParcel(ParcelNumber Number) : Outcome;

    public sealed record NotPrepared(CardProgress Progress) : Outcome;

    public sealed record Suspended : Outcome;

    /// <summary>On no shelf and in no tray.</summary>
    public sealed record Elsewhere(PlaceKind Kind) : Outcome;

    /// <summary>The books say it lies in another office.</summary>
    public sealed record LiesInOtherOffice(string Office) : Outcome;

    /// <summary>Somebody comes for it, and not to the office the parcel goes to.</summary>
    public sealed record BookedElsewhere(string Office, DateOnly Day) : Outcome;

    public sealed record OrderedElsewhere(string Office) : Outcome;

    public sealed record NotOrdered : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.PackCard, async work =>
        {
            var card = await work.Context.Cards.SingleOrDefaultAsync(row => row.SerialNumber == request.SerialNumber, cancellationToken);
            var outcome = await PackAsync(work, request, card, cancellationToken);
            switch (outcome)
            {
                case PackedIn packed: work.Record("Packed", packed.CardId, others: [request.ParcelId]); break;
                case AlreadyPacked or NotPacking: work.Abandon(); break;
                default: work.AbandonRecording(Wrong, request.ParcelId, outcome.GetType().Name); break;
            }

            return outcome;
        }, cancellationToken: cancellationToken);

    /// <summary>The outcome under which a wrong card stands in the log.</summary>
    internal const string Wrong = "WrongCard";

    private static async Task<Outcome> PackAsync(Work work, Request request, Card? card, CancellationToken cancellationToken)
    {
        var context = work.Context;
        if (!await work.TakeTurnAsync(request.ParcelId, ParcelState.Packing, cancellationToken)) return new NotPacking();
        if (card is null) return new UnknownCard();
        var parcel = await context.Parcels.AsNoTracking().SingleAsync(row => row.Id == request.ParcelId, cancellationToken);
        var packed = await context.PackedIn(parcel.Id).CountAsync(cancellationToken);
        if (card.PlaceKind == PlaceKind.Transit)
        {
            var other = await context.ParcelLines.Where(row => row.CardId == card.Id && row.State == ParcelLineState.Packed)
                .Join(context.Parcels, line => line.ParcelId, row => row.Id, (_, row) => row).AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? throw new PassingException(); // unpacked since it was looked at
            return other.Id == parcel.Id ? new AlreadyPacked(packed) : new OtherParcel(other.Number);
        }

        if (card.Progress != CardProgress.Prepared) return new NotPrepared(card.Progress);
        if (card.Suspension is not null) return new Suspended();
        if (!PlaceMachine.Places.Allows(card.PlaceKind, PlaceStep.Pack)) return new Elsewhere(card.PlaceKind);
        var at = await CardAtOffice.OfAsync(context, card, cancellationToken);
        if (at.OfficeId != parcel.FromBuildingId) return new LiesInOtherOffice(at.Office);
        if (at.Booking is { } booking && booking.BuildingId != parcel.ToBuildingId) return new BookedElsewhere(booking.Office, booking.Day);
        if (at.OrderedTo is { } ordered && ordered != parcel.ToBuildingId)
            return new OrderedElsewhere(await context.Locations.Where(row => row.Id == ordered).Select(row => row.Name).SingleAsync(cancellationToken));
        if (at.OrderedTo is null && at.Booking is null)
        {
            if (!parcel.OrdersByScan) return new NotOrdered();
            work.OrderByStaff(card.Id, parcel.FromBuildingId, parcel.ToBuildingId, await context.DueAsync(JapanTime.DateOf(work.Now), cancellationToken));
        }

        if (!await work.MoveAsync(card, PlaceStep.Pack, Place.Transit, cancellationToken)) throw new PassingException();
        context.Add(work.NewLine(parcel.Id, card.SerialNumber, card.Id, ParcelLineState.Packed));
        return new PackedIn(card.Id, packed + 1);
    }
}
