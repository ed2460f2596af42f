using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;

namespace Tewatashi.Missing;

/// <summary>How many cards are looked for: the alarm of the first page. Numbers alone, of nobody's record.</summary>
[UseCase(UsedBy.Staff)]
public sealed class CountMissing(Database database)
{
    /// <summary>Those that are looked for, and how many of them are booked.</summary>
    public Task<(int Running, int Booked)> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            var running = context.MissingCards.Where(row => row.EndedAt == null);
            var count = await running.CountAsync(cancellationToken);
            var booked = count == 0 ? 0 : await running.CountAsync(row => context.Reservations.Any(live => live.CardId == row.CardId
                && (live.State == ReservationState.Booked || live.State == ReservationState.CheckedIn || live.State == ReservationState.NeedsRebooking)), cancellationToken);
            return (count, booked);
        }, cancellationToken);
}
