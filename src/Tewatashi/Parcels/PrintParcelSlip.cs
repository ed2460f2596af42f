using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Parcels;

/// <summary>移送票: the sheet that lies in the parcel. Number and code of the parcel, the two offices, how many cards and their last four digits; no name. Recorded each time.</summary>
[UseCase(UsedBy.Staff)]
public sealed class PrintParcelSlip(Database database)
{
    public sealed record Request(Guid ParcelId);

    /// <param name="LastFour">In the order in which they were packed.</param>
    public sealed record Slip(Guid ParcelId, ParcelNumber Number, string Municipality, string From, string To, DateTimeOffset? SentAt, DateOnly? DueOn, IReadOnlyList<string> LastFour);

    /// <summary>Null where there is no such parcel, or nothing is in it.</summary>
    public Task<Slip?> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.PrintParcelSlip, async work =>
        {
            var view = await SeeParcel.LoadAsync(work, request.ParcelId, cancellationToken);
            var cards = view?.Lines.Where(line => line.State == ParcelLineState.Packed).ToList() ?? [];
            if (view is null || cards.Count == 0) return work.Refuse<Slip?>(null);
            work.Record("Shown", request.ParcelId, FormattableString.Invariant($"{cards.Count}"), cards.Select(line => line.CardId).OfType<Guid>());
            return new Slip(view.Parcel.Id, view.Parcel.Number, view.Municipality, view.From, view.To, view.Parcel.SentAt, view.Parcel.DueOn, [.. cards.Select(line => line.SerialNumber.LastFour)]);
        }, cancellationToken: cancellationToken);
}
