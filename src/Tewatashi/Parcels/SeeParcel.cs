using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Parcels;

/// <summary>One parcel with its cards by 製造管理番号, without names. The view is recorded.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeParcel(Database database)
{
    public sealed record Request(Guid ParcelId);

    public sealed record Line(Guid? CardId, SerialNumber SerialNumber, ParcelLineState State, DateTimeOffset AddedAt, DateTimeOffset? EndedAt);

    /// <param name="Lines">In the order in which they were scanned.</param>
    /// <param name="SignedBy">Name of the second person who signed a difference; null where nobody did.</param>
    /// <param name="Trays">Counters in use of the office where the parcel is: their trays are packed or filled whole.</param>
    public sealed record View(Parcel Parcel, string Municipality, string From, string To, bool Overdue, IReadOnlyList<Line> Lines, string? EndedBy, string? SignedBy, IReadOnlyList<(Guid Id, string Name)> Trays)
    {
        public int Packed => Of(ParcelLineState.Packed);

        public int Of(ParcelLineState state) => Lines.Count(line => line.State == state);
    }

    /// <summary>Null where there is no such parcel.</summary>
    public Task<View?> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.ViewParcel, async work =>
        {
            var view = await LoadAsync(work, request.ParcelId, cancellationToken);
            if (view is null) work.Abandon();
            else work.Record("Viewed", request.ParcelId, FormattableString.Invariant($"{view.Lines.Count}"), view.Lines.Select(line => line.CardId).OfType<Guid>());
            return view;
        }, cancellationToken: cancellationToken);

    internal static async Task<View?> LoadAsync(Work work, Guid parcelId, CancellationToken cancellationToken)
    {
        var context = work.Context;
        if (await context.Parcels.AsNoTracking().SingleOrDefaultAsync(row => row.Id == parcelId, cancellationToken) is not { } parcel) return null;
        var names = await context.Locations.Where(row => row.Id == parcel.FromBuildingId || row.Id == parcel.ToBuildingId).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        var lines = await context.ParcelLines.AsNoTracking().Where(row => row.ParcelId == parcelId).OrderBy(row => row.AddedAt).ThenBy(row => row.Id)
            .Select(row => new Line(row.CardId, row.SerialNumber, row.State, row.AddedAt, row.EndedAt)).ToListAsync(cancellationToken);
        var here = parcel.State == ParcelState.Packing ? parcel.FromBuildingId : parcel.ToBuildingId;
        var trays = await context.Counters.Where(row => row.BuildingId == here && row.Active).OrderBy(row => row.Code).Select(row => new { row.Id, row.Name }).ToListAsync(cancellationToken);
        return new View(
            parcel, await context.Municipalities.Where(row => row.Key == work.Municipality).Select(row => row.Name).SingleAsync(cancellationToken),
            names[parcel.FromBuildingId], names[parcel.ToBuildingId], parcel.IsOverdue(JapanTime.DateOf(work.Now)), lines,
            await NameAsync(parcel.EndedBy), await NameAsync(parcel.SignedBy), [.. trays.Select(tray => (tray.Id, tray.Name))]);

        async Task<string?> NameAsync(string? account) =>
            Guid.TryParse(account, out var id) ? await context.StaffMembers.Where(row => row.Id == id).Select(row => row.DisplayName).SingleOrDefaultAsync(cancellationToken) : null;
    }
}
