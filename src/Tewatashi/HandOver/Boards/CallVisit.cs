using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Reservations;

namespace Tewatashi.HandOver.Boards;

/// <summary>呼び出す: the people of a visit are called to the booth. The first call counts: from the check-in to it is how long they waited.</summary>
[UseCase(UsedBy.Staff)]
public sealed class CallVisit(Database database)
{
    public sealed record Request(Guid VisitId);

    /// <summary>False: they are not here, or were called before.</summary>
    public Task<bool> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.CallVisit, async work =>
        {
            var called = await work.Context.Visits
                .Where(row => row.Id == request.VisitId && row.CheckedInAt != null && row.CalledAt == null
                    && work.Context.Reservations.Any(person => person.VisitId == row.Id && person.State == ReservationState.CheckedIn))
                .ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.CalledAt, work.Now)
                    .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (called == 0) return work.Refuse(false);
            work.Record("Called", request.VisitId);
            return true;
        }, (_, _) => Task.FromResult(true), cancellationToken);
}
