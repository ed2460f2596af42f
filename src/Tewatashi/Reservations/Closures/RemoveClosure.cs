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
            if (await work.Context.Closures.AsNoTracking().FirstOrDefaultAsync(row => row.Id == request.Id, cancellationToken) is not { } closure)
            {
                // The same form sent twice: its other one opened the day between the look at the log and this, and is told the same.
                if (caller.OperationId is { } id && await work.Context.Audit.AnyAsync(entry => entry.OperationId == id && entry.ActorId == caller.Actor.Id, cancellationToken))
                    throw new PassingException();
                return null;
            }

            // Opened by someone else, or by the same form, between our look and this: look again.
            if (await work.Context.Closures.Where(row => row.Id == closure.Id).ExecuteDeleteAsync(cancellationToken) == 0) throw new PassingException();
            var buildings = await SeatChange.BuildingsOfAsync(work, closure.CounterId, cancellationToken);
            return new(closure.Id, FormattableString.Invariant($"{closure.Day:yyyy-MM-dd}"), buildings, [closure.Day], Removes: true);
        }, cancellationToken) is SeatChange.Applied;
}
