using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Closures;

/// <summary>
/// 臨時の開庁時間: opens a counter on one single day, beside its weekly hours (a Saturday opening) or instead of them (shorter, longer, other
/// booths). No stretches take the exception away again.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class SaveSpecialHours(Database database, FitSeats fit)
{
    public const int MostStretches = 6;

    /// <param name="Replaces">True: the weekly hours do not count on this day.</param>
    /// <param name="Stretches">None: the day is as every week again.</param>
    /// <param name="Apply">The effect was shown, and is wanted.</param>
    public sealed record Request(Guid CounterId, DateOnly Day, bool Replaces, IReadOnlyList<Stretch> Stretches, bool Apply = false);

    public abstract record Outcome;

    /// <param name="Lost">So many booked visits lost their place.</param>
    public sealed record Saved(int Lost = 0) : Outcome;

    public sealed record Loses(SeatEffect Effect) : Outcome;

    /// <param name="Index">Which stretch; null where the day is meant.</param>
    public sealed record Wrong(HoursFault Fault, int? Index) : Outcome;

    /// <summary>A 休庁日 closes the day: it is opened by taking that away first.</summary>
    public sealed record Closed(string Reason) : Outcome;

    public sealed record NoCounter : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        Outcome refused = new NoCounter();
        var outcome = await new SeatChange(database, fit).RunAsync(caller, OperationKind.ChangeSpecialHours, request.Apply, async work =>
        {
            if (await work.Context.Counters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == request.CounterId, cancellationToken) is not { } counter) return null;
            if (await WhyNotAsync(work, request, counter, cancellationToken) is { } why)
            {
                refused = why;
                return null;
            }

            await work.Context.SpecialHours.Where(row => row.CounterId == counter.Id && row.Day == request.Day).ExecuteDeleteAsync(cancellationToken);
            work.Context.AddRange(request.Stretches.Select(stretch => new SpecialHours
            {
                Municipality = work.Municipality,
                Id = Ids.New(),
                CounterId = counter.Id,
                Day = request.Day,
                OpensAt = stretch.OpensAt,
                ClosesAt = stretch.ClosesAt,
                Booths = stretch.Booths,
                Replaces = request.Replaces,
            }));
            return new(counter.Id, FormattableString.Invariant($"{request.Day:yyyy-MM-dd}"), [counter.BuildingId], [request.Day], Removes: request.Stretches.Count == 0);
        }, cancellationToken);
        return outcome switch
        {
            SeatChange.Applied applied => new Saved(applied.Lost),
            SeatChange.Loses loses => new Loses(loses.Effect),
            _ => refused,
        };
    }

    private static async Task<Outcome?> WhyNotAsync(Work work, Request request, Counter counter, CancellationToken cancellationToken)
    {
        if (request.Day < SeatChange.Today(work)) return new Wrong(HoursFault.Past, null);
        for (var i = 0; i < request.Stretches.Count; i++)
        {
            if (StretchFaults.Of(request.Stretches[i], counter.GridMinutes) is { } fault) return new Wrong(fault, i);
            if (request.Stretches.Take(i).Any(other => StretchFaults.Overlap(other, request.Stretches[i]))) return new Wrong(HoursFault.Overlap, i);
        }

        if (request.Stretches.Count == 0) return null;
        var closure = await work.Context.Closures.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Day == request.Day && (row.CounterId == null || row.CounterId == counter.Id), cancellationToken);
        return closure is null ? null : new Closed(closure.Reason);
    }
}
