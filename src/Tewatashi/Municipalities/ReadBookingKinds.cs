using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Municipalities;

/// <summary>The kinds of booking besides 受取, in the office's order; those that are off too.</summary>
[UseCase(UsedBy.Both)]
public sealed class ReadBookingKinds(Database database)
{
    public Task<List<BookingKind>> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, context => context.BookingKinds.AsNoTracking().OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellationToken), cancellationToken);
}
