using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations;

/// <summary>What others are booking at this moment, at every counter: 仮押さえ that have not run out. Shows nobody's record.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeHeldSeats(Database database)
{
    /// <param name="From">Inclusive.</param>
    /// <param name="To">Inclusive.</param>
    public Task<List<HeldSeat>> RunAsync(MunicipalityCode municipality, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, context =>
        {
            var now = database.Clock.GetUtcNow();
            return context.Visits.AsNoTracking()
                .Where(row => row.Seat == SeatState.Held && row.HoldExpiresAt > now && row.Day >= from && row.Day <= to)
                .OrderBy(row => row.Id)
                .Select(row => new HeldSeat(row.CounterId, row.Day, row.StartsAt, row.Minutes)).ToListAsync(cancellationToken);
        }, cancellationToken);
}
