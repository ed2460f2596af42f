using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Storage;

namespace Tewatashi.Parcels;

/// <summary>The parcel whose slip was scanned.</summary>
[UseCase(UsedBy.Staff)]
public sealed class FindParcel(Database database)
{
    /// <summary>Null where there is no such parcel.</summary>
    public Task<Guid?> RunAsync(MunicipalityCode municipality, ParcelNumber number, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, context => context.Parcels.Where(row => row.Number == number).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken), cancellationToken);

    /// <summary>How it stands; null where there is no such parcel.</summary>
    public Task<ParcelState?> StateAsync(MunicipalityCode municipality, Guid parcelId, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, context => context.Parcels.Where(row => row.Id == parcelId).Select(row => (ParcelState?)row.State).SingleOrDefaultAsync(cancellationToken), cancellationToken);

    /// <summary>What stands on its slip; null where there is no such parcel.</summary>
    public Task<ParcelNumber?> NumberAsync(MunicipalityCode municipality, Guid parcelId, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, context => context.Parcels.Where(row => row.Id == parcelId).Select(row => (ParcelNumber?)row.Number).SingleOrDefaultAsync(cancellationToken), cancellationToken);
}
