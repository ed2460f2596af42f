using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Closures;

/// <summary>Opens a 休庁日 again: its seats come back. Who had lost their place keeps the right to rebook, but gets it back only by choosing it.</summary>
[UseCase(UsedBy.Staff)]
public sealed class RemoveClosure(Database database, FitSeats fit)
{
    public sealed record Request(Guid Id);

    /// <summary>False: it is not there any more.</summary>
    public async Task<bool> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        await new SeatChange(database, fit).RunAsync(caller, OperationKind.ChangeClosure, apply: true, async work =>
        {
            if (await work.Context.Closures.FirstOrDefaultAsync(row => row.Id == request.Id, cancellationToken) is not { } closure) return null;
            work.Context.Remove(closure);
            var buildings = await SeatChange.BuildingsOfAsync(work, closure.CounterId, cancellationToken);
            return new(closure.Id, FormattableString.Invariant($"{closure.Day:yyyy-MM-dd}"), buildings, [closure.Day], Removes: true);
        }, cancellationToken) is SeatChange.Applied;
}
