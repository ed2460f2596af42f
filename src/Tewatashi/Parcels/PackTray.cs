using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Reservations;

namespace Tewatashi.Parcels;

/// <summary>
/// トレイをまるごと梱包: every card that lies in a counter's tray goes into a parcel as one batch, as after a Saturday opening. They were scanned into the tray;
/// now they are counted, and a count that differs from the books changes nothing. A card on 保留 goes home with the rest.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class PackTray(Database database)
{
    /// <param name="Counted">How many sleeves somebody counted.</param>
    public sealed record Request(Guid ParcelId, Guid CounterId, int Counted);

    public abstract record Outcome;

    public sealed record PackedIn(int Cards, int Packed) : Outcome;

    /// <summary>It has left, or was given up.</summary>
    public sealed record NotPacking : Outcome;

    /// <summary>No tray of the office from which the parcel goes.</summary>
    public sealed record OtherOffice : Outcome;

    public sealed record Empty : Outcome;

    /// <summary>Somebody still comes for them here: they do not leave.</summary>
    public sealed record StillExpected(IReadOnlyList<SerialNumber> Cards) : Outcome;

    /// <summary>The books say otherwise: the tray is counted again, or its cards are scanned one by one. Recorded.</summary>
    public sealed record CountDiffers : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.PackTray, async work =>
        {
            var outcome = await PackAsync(work, request, cancellationToken);
            if (outcome is CountDiffers) work.AbandonRecording(nameof(CountDiffers), request.ParcelId, FormattableString.Invariant($"{request.Counted}"));
            else if (outcome is not PackedIn) work.Abandon();
            return outcome;
        }, cancellationToken: cancellationToken);

    private static async Task<Outcome> PackAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var context = work.Context;
        if (!await work.TakeTurnAsync(request.ParcelId, ParcelState.Packing, cancellationToken)) return new NotPacking();
        var parcel = await context.Parcels.AsNoTracking().SingleAsync(row => row.Id == request.ParcelId, cancellationToken);
        if (!await context.Counters.AnyAsync(row => row.Id == request.CounterId && row.BuildingId == parcel.FromBuildingId, cancellationToken)) return new OtherOffice();
        var cards = await context.Cards.Where(row => row.TrayCounterId == request.CounterId).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        if (cards.Count == 0) return new Empty();
        var ids = cards.ConvertAll(card => card.Id);
        var expected = await (
            from reservation in context.Reservations
            where reservation.CardId != null && ids.Contains(reservation.CardId.Value) && (reservation.State == ReservationState.Booked || reservation.State == ReservationState.CheckedIn)
            join visit in context.Visits on reservation.VisitId equals visit.Id
            where visit.BuildingId != parcel.ToBuildingId
            select reservation.CardId!.Value).ToListAsync(cancellationToken); // not null above
        if (expected.Count > 0) return new StillExpected([.. cards.Where(card => expected.Contains(card.Id)).Select(card => card.SerialNumber)]);
        if (cards.Count != request.Counted) return new CountDiffers();
        foreach (var card in cards)
        {
            if (!await work.MoveAsync(card, PlaceStep.Pack, Place.Transit, cancellationToken)) throw new PassingException();
            context.Add(work.NewLine(parcel.Id, card.SerialNumber, card.Id, ParcelLineState.Packed));
        }

        work.Record("Packed", parcel.Id, FormattableString.Invariant($"{cards.Count}"), [request.CounterId, .. ids]);
        return new PackedIn(cards.Count, await context.PackedIn(parcel.Id).CountAsync(cancellationToken) + cards.Count);
    }
}
