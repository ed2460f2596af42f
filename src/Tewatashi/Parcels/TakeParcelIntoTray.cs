using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.HandOver.Closings;
using Tewatashi.Transfers;

namespace Tewatashi.Parcels;

/// <summary>
/// トレイへまとめて受取: all that is left in a received parcel goes into a counter's tray as one batch and the parcel is closed, as before a Saturday opening. The sleeves
/// are counted, and a count that differs from the books changes nothing; the gate scans each card again.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class TakeParcelIntoTray(Database database)
{
    /// <param name="Counted">How many sleeves somebody counted.</param>
    public sealed record Request(Guid ParcelId, Guid CounterId, int Counted);

    public abstract record Outcome;

    public sealed record Taken(int Cards) : Outcome;

    public sealed record NotReceived : Outcome;

    /// <summary>No counter in use in the office to which the parcel came.</summary>
    public sealed record OtherOffice : Outcome;

    /// <summary>Cards were scanned that are not of it: they are scanned one by one, and two people sign.</summary>
    public sealed record HasExtra : Outcome;

    /// <summary>The books say otherwise: counted again, or scanned one by one. Recorded.</summary>
    public sealed record CountDiffers : Outcome;

    /// <summary>The counter's day is closed: nothing comes into its tray any more.</summary>
    public sealed record CounterClosed : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.TakeParcelIntoTray, async work =>
        {
            var outcome = await TakeAsync(work, request, cancellationToken);
            if (outcome is CountDiffers) work.AbandonRecording(nameof(CountDiffers), request.ParcelId, FormattableString.Invariant($"{request.Counted}"));
            else if (outcome is not Taken) work.Abandon();
            return outcome;
        }, cancellationToken: cancellationToken);

    private static async Task<Outcome> TakeAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var context = work.Context;
        if (!await work.TakeTurnAsync(request.ParcelId, ParcelState.Received, cancellationToken)) return new NotReceived();
        var parcel = await context.Parcels.AsNoTracking().SingleAsync(row => row.Id == request.ParcelId, cancellationToken);
        if (!await context.Counters.AnyAsync(row => row.Id == request.CounterId && row.BuildingId == parcel.ToBuildingId && row.Active, cancellationToken)) return new OtherOffice();
        if (await context.ParcelLines.AnyAsync(row => row.ParcelId == parcel.Id && row.State == ParcelLineState.Extra, cancellationToken)) return new HasExtra();
        var cards = await context.Cards.Where(card => context.ParcelLines.Any(line => line.ParcelId == parcel.Id && line.State == ParcelLineState.Packed && line.CardId == card.Id))
            .OrderBy(card => card.Id).ToListAsync(cancellationToken);
        if (cards.Count == 0 || cards.Count != request.Counted) return new CountDiffers();
        if (await work.IsClosedTodayAsync(request.CounterId, cancellationToken)) return new CounterClosed();
        foreach (var card in cards)
        {
            if (!await work.MoveAsync(card, PlaceStep.ArriveInTray, Place.TrayOf(request.CounterId), cancellationToken)) throw new PassingException();
            await work.EndLineAsync(parcel.Id, card.Id, ParcelLineState.Arrived, cancellationToken);
            await work.ArriveTransferAsync(card.Id, cancellationToken);
        }

        await context.Parcels.Where(row => row.Id == parcel.Id).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, ParcelState.Closed)
            .SetProperty(row => row.EndedAt, work.Now)
            .SetProperty(row => row.EndedBy, work.Caller.Actor.Id)
            .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        work.Record("Received", parcel.Id, FormattableString.Invariant($"{cards.Count}"), [request.CounterId, .. cards.Select(card => card.Id)]);
        return new Taken(cards.Count);
    }
}
