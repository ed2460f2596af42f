using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Counters;

/// <summary>
/// Fits the seats of days that were booked before to a changed quota of kept seats. Seats sold on the internet beyond the new quota
/// stay sold.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class FitSeats(Database database)
{
    public Task RunAsync(Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.ChangeOpeningHours, async work =>
        {
            var buildings = await work.Context.Counters.Select(row => row.BuildingId).Distinct().ToListAsync(cancellationToken);
            var days = await HoursChange.DaysFromAsync(work, JapanTime.DateOf(work.Now), cancellationToken);
            await work.StopMakingAsync(buildings, days, cancellationToken);
            await work.FitAsync(buildings, days, cancellationToken);
            work.Record("Fitted");
            return true;
        }, cancellationToken: cancellationToken);
}
