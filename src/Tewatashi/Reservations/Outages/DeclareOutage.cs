using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Reservations.Closures;

namespace Tewatashi.Reservations.Outages;

/// <summary>
/// 全国システム停止: closes the places from now to a time, at every counter or the chosen ones. Who is booked there loses the place, is told by
/// mail or put on the call list, and chooses first; who has checked in stays. The effect is shown before.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class DeclareOutage(Database database, FitSeats fit)
{
    /// <summary>Longer than any that was seen; a mistyped year is none.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <param name="UntilAt">Not included.</param>
    /// <param name="CounterIds">None: every counter.</param>
    /// <param name="Apply">The effect was shown, and is wanted.</param>
    public sealed record Request(DateTimeOffset UntilAt, IReadOnlyList<Guid> CounterIds, bool Apply = false);

    public abstract record Outcome;

    /// <param name="Lost">So many booked visits lost their place.</param>
    public sealed record Declared(Guid Id, int Lost) : Outcome;

    /// <summary>Nothing was changed: these bookings would lose their place.</summary>
    public sealed record Loses(SeatEffect Effect) : Outcome;

    /// <summary>One is running: it is extended instead.</summary>
    public sealed record AlreadyRunning : Outcome;

    /// <summary>A field does not hold what it should: its name.</summary>
    public sealed record Wrong(string Field) : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        Outcome refused = new AlreadyRunning();
        try
        {
            var outcome = await new SeatChange(database, fit).RunAsync(caller, OperationKind.ChangeOutage, request.Apply, async work =>
            {
                refused = new AlreadyRunning();
                var counters = request.CounterIds.Distinct().ToList();
                var known = await work.Context.Counters.Where(row => row.Active && (counters.Count == 0 || counters.Contains(row.Id))).ToListAsync(cancellationToken);
                if (request.UntilAt <= work.Now || request.UntilAt > work.Now + Longest) refused = new Wrong(nameof(Request.UntilAt));
                else if (known.Count < Math.Max(1, counters.Count)) refused = new Wrong(nameof(Request.CounterIds));
                else if (await EndThoseOverAsync(work, cancellationToken)) return Write(work, request.UntilAt, counters, known);
                return null;
            }, cancellationToken);
            return outcome switch
            {
                SeatChange.Applied applied => new Declared(applied.SubjectId, applied.Lost),
                SeatChange.Loses loses => new Loses(loses.Effect),
                _ => refused,
            };
        }
        catch (AlreadyThereException exception) when (exception.Index == Outage.OneRunning)
        {
            return new AlreadyRunning();
        }
    }

    // False: one is still running.
    private static async Task<bool> EndThoseOverAsync(Work work, CancellationToken cancellationToken)
    {
        await work.Context.Outages.Where(row => row.EndedAt == null && row.UntilAt <= work.Now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, row => row.UntilAt), cancellationToken);
        return !await work.Context.Outages.AnyAsync(row => row.EndedAt == null, cancellationToken);
    }

    private static SeatChange.Written Write(Work work, DateTimeOffset untilAt, List<Guid> counters, List<Counter> concerned)
    {
        var outage = new Outage { Municipality = work.Municipality, Id = Ids.New(), FromAt = work.Now, UntilAt = untilAt };
        work.Context.Add(outage);
        foreach (var id in counters) work.Context.Add(new OutageCounter { Municipality = work.Municipality, OutageId = outage.Id, CounterId = id });
        return OutageDays.Written(work, outage.Id, untilAt, [.. concerned.Select(row => row.BuildingId).Distinct()]);
    }
}
