using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Reservations.Closures;

namespace Tewatashi.Reservations.Outages;

/// <summary>
/// The nation's system is back before the time given: the places come back. Who had lost theirs keeps the right to choose first, but gets
/// none back without choosing.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class EndOutage(Database database, FitSeats fit)
{
    public sealed record Request(Guid Id);

    /// <summary>False: it was over already.</summary>
    public async Task<bool> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        await new SeatChange(database, fit).RunAsync(caller, OperationKind.ChangeOutage, apply: true, async work =>
        {
            if (await work.Context.Outages.AsNoTracking().FirstOrDefaultAsync(row => row.Id == request.Id, cancellationToken) is not { } outage || !outage.IsRunning(work.Now)) return null;
            if (await work.Context.Outages.Where(row => row.Id == outage.Id && row.EndedAt == null && row.UntilAt == outage.UntilAt)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, work.Now), cancellationToken) == 0) throw new PassingException();
            return OutageDays.Written(work, outage.Id, outage.UntilAt, await OutageDays.BuildingsOfAsync(work, outage.Id, cancellationToken), removes: true);
        }, cancellationToken) is SeatChange.Applied;
}
