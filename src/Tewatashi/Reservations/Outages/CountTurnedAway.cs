using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Outages;

/// <summary>Counts one person who came without a booking during an outage, without looking whose card it is.</summary>
[UseCase(UsedBy.Staff)]
public sealed class CountTurnedAway(Database database)
{
    public sealed record Request(Guid OutageId);

    /// <summary>False: that outage is over.</summary>
    public Task<bool> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.TurnAway, async work =>
        {
            if (!await work.Context.Outages.AnyAsync(row => row.Id == request.OutageId && row.EndedAt == null && row.UntilAt > work.Now, cancellationToken)) return work.Refuse(false);
            TurningAway.Add(work, request.OutageId, TurnedAwayWay.WithoutBooking, null);
            work.Record("Added", request.OutageId, nameof(TurnedAwayWay.WithoutBooking));
            return true;
        }, (_, _) => Task.FromResult(true), cancellationToken);
}
