using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Storage;
using Tewatashi.Time;

namespace Tewatashi.Parcels;

/// <summary>Parcels that are packed, on their way or being received, those overdue first, and those that ended last. Names no card.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ListParcels(Database database)
{
    public const int MostEnded = 20;

    /// <param name="Cards">How many are in it; once it is closed, how many arrived.</param>
    public sealed record Line(Parcel Parcel, string From, string To, int Cards, int Missing, int Extra, bool Overdue);

    /// <param name="Offices">Every office in use.</param>
    public sealed record View(IReadOnlyList<Line> Live, IReadOnlyList<Line> Ended, IReadOnlyList<(Guid Id, string Name)> Offices)
    {
        public int Overdue => Live.Count(line => line.Overdue);
    }

    public Task<View> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            var live = await context.Parcels.AsNoTracking().Where(row => row.EndedAt == null).ToListAsync(cancellationToken);
            var ended = await context.Parcels.AsNoTracking().Where(row => row.State == ParcelState.Closed)
                .OrderByDescending(row => row.EndedAt).ThenByDescending(row => row.Id).Take(MostEnded).ToListAsync(cancellationToken);
            var ids = live.Concat(ended).Select(row => row.Id).ToList();
            var counts = (await context.ParcelLines.Where(row => ids.Contains(row.ParcelId)).GroupBy(row => new { row.ParcelId, row.State })
                .Select(group => new { group.Key.ParcelId, group.Key.State, Count = group.Count() }).ToListAsync(cancellationToken)).ToLookup(row => row.ParcelId);
            var offices = await context.Locations.AsNoTracking().Where(row => row.Kind == LocationKind.Building).OrderBy(row => row.Path).ToListAsync(cancellationToken);
            var names = offices.ToDictionary(row => row.Id, row => row.Name);
            var today = JapanTime.Today(database.Clock);
            return new View(
                [.. live.Select(LineOf).OrderByDescending(line => line.Overdue).ThenBy(line => line.Parcel.DueOn ?? DateOnly.MaxValue).ThenBy(line => line.Parcel.Id)],
                [.. ended.Select(LineOf)],
                [.. offices.Where(row => !row.Retired).Select(row => (row.Id, row.Name))]);

            Line LineOf(Parcel parcel) => new(
                parcel, names[parcel.FromBuildingId], names[parcel.ToBuildingId],
                Of(parcel, parcel.State == ParcelState.Closed ? ParcelLineState.Arrived : ParcelLineState.Packed), Of(parcel, ParcelLineState.Missing), Of(parcel, ParcelLineState.Extra),
                parcel.IsOverdue(today));

            int Of(Parcel parcel, ParcelLineState state) => counts[parcel.Id].Where(row => row.State == state).Sum(row => row.Count);
        }, cancellationToken);

    /// <summary>How many are overdue: the alarm of the first page.</summary>
    public Task<int> OverdueAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            var today = JapanTime.Today(database.Clock);
            return await context.Parcels.CountAsync(row => (row.State == ParcelState.OnTheWay || row.State == ParcelState.Received) && row.DueOn < today, cancellationToken);
        }, cancellationToken);
}
