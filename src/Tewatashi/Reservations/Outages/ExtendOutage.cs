using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Reservations.Closures;

namespace Tewatashi.Reservations.Outages;

/// <summary>The outage lasts longer than thought: closes the places to a later time, after showing whom it costs the place.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ExtendOutage(Database database, FitSeats fit)
{
    /// <param name="UntilAt">Not included.</param>
    /// <param name="Apply">The effect was shown, and is wanted.</param>
    public sealed record Request(Guid Id, DateTimeOffset UntilAt, bool Apply = false);

    public abstract record Outcome;

    /// <param name="Lost">So many more booked visits lost their place.</param>
    public sealed record Extended(int Lost) : Outcome;

    public sealed record Loses(SeatEffect Effect) : Outcome;

    /// <summary>Not later than it was, or too far.</summary>
    public sealed record WrongTime : Outcome;

    /// <summary>It has ended meanwhile.</summary>
    public sealed record Over : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        Outcome refused = new Over();
        var outcome = await new SeatChange(database, fit).RunAsync(caller, OperationKind.ChangeOutage, request.Apply, async work =>
        {
            refused = new Over();
            if (await work.Context.Outages.AsNoTracking().FirstOrDefaultAsync(row => row.Id == request.Id, cancellationToken) is not { } outage || !outage.IsRunning(work.Now)) return null;
            if (request.UntilAt <= outage.UntilAt || request.UntilAt > work.Now + DeclareOutage.Longest)
            {
                refused = new WrongTime();
                return null;
            }

            // Ended or extended by someone else between our look and this: look again.
            if (await work.Context.Outages.Where(row => row.Id == outage.Id && row.EndedAt == null && row.UntilAt == outage.UntilAt)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.UntilAt, request.UntilAt), cancellationToken) == 0) throw new PassingException();
            return OutageDays.Written(work, outage.Id, request.UntilAt, await OutageDays.BuildingsOfAsync(work, outage.Id, cancellationToken));
        }, cancellationToken);
        return outcome switch
        {
            SeatChange.Applied applied => new Extended(applied.Lost),
            SeatChange.Loses loses => new Loses(loses.Effect),
            _ => refused,
        };
    }
}
