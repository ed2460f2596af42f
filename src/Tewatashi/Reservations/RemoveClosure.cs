using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;

namespace Tewatashi.Reservations;

/// <summary>Opens a 休庁日 again.</summary>
[UseCase(UsedBy.Staff)]
public sealed class RemoveClosure(Database database)
{
    public sealed record Request(Guid Id);

    /// <summary>False: it is not there any more.</summary>
    public Task<bool> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ChangeClosure, async work =>
        {
            if (await work.Context.Closures.FirstOrDefaultAsync(row => row.Id == request.Id, cancellationToken) is not { } closure)
            {
                work.Abandon();
                return false;
            }

            var buildings = await work.Context.Counters.Where(row => closure.CounterId == null || row.Id == closure.CounterId)
                .Select(row => row.BuildingId).Distinct().ToListAsync(cancellationToken);
            await work.StopMakingAsync(buildings, [closure.Day], cancellationToken);
            work.Context.Remove(closure);
            await work.Context.SaveChangesAsync(cancellationToken);
            await work.FitAsync(buildings, [closure.Day], cancellationToken);
            work.Record("Removed", closure.Id, FormattableString.Invariant($"{closure.Day:yyyy-MM-dd}"));
            return true;
        }, (_, _) => Task.FromResult(true), cancellationToken);
}
