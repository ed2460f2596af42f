using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Closures;

/// <summary>The booths are staffed again before the time given: their seats come back.</summary>
[UseCase(UsedBy.Staff)]
public sealed class RestoreBooths(Database database, FitSeats fit)
{
    public sealed record Request(Guid Id);

    /// <summary>False: it is not there any more.</summary>
    public async Task<bool> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        await new SeatChange(database, fit).RunAsync(caller, OperationKind.ReduceBooths, apply: true, async work =>
        {
            if (await work.Context.FewerBooths.FirstOrDefaultAsync(row => row.Id == request.Id, cancellationToken) is not { } row) return null;
            work.Context.Remove(row);
            return new(row.Id, FormattableString.Invariant($"{row.Day:yyyy-MM-dd}"), await SeatChange.BuildingsOfAsync(work, row.CounterId, cancellationToken), [row.Day], Removes: true);
        }, cancellationToken) is SeatChange.Applied;
}
