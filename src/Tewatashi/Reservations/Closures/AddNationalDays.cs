using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Closures;

/// <summary>全国システムの保守日: days on which nothing can be handed over anywhere, taken from the nation's announcement. They close every counter.</summary>
[UseCase(UsedBy.Staff)]
public sealed class AddNationalDays(Database database, FitSeats fit)
{
    public const int Most = 40;

    /// <param name="Reason">Shown to residents.</param>
    /// <param name="Apply">The effect was shown, and is wanted.</param>
    public sealed record Request(IReadOnlyList<DateOnly> Days, string Reason, bool Apply = false);

    public abstract record Outcome;

    /// <param name="Added">Of the days asked for; the others were closed nationally already.</param>
    /// <param name="Lost">So many booked visits lost their place.</param>
    public sealed record Saved(int Added, int Lost) : Outcome;

    public sealed record Loses(SeatEffect Effect) : Outcome;

    /// <summary>Every one of them is there already.</summary>
    public sealed record AlreadyThere : Outcome;

    /// <summary>A field does not hold what it should: its name.</summary>
    public sealed record Wrong(string Field) : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.Reason.Trim().Length is 0 or > SaveClosure.ReasonLength) return new Wrong(nameof(Request.Reason));
        var days = request.Days.Distinct().Order().ToList();
        if (days.Count is 0 or > Most) return new Wrong(nameof(Request.Days));
        Outcome refused = new AlreadyThere();
        var added = 0;
        var outcome = await new SeatChange(database, fit).RunAsync(caller, OperationKind.ChangeClosure, request.Apply, async work =>
        {
            refused = new AlreadyThere();
            if (days[0] < SeatChange.Today(work))
            {
                refused = new Wrong(nameof(Request.Days));
                return null;
            }

            var there = await work.Context.Closures.Where(row => row.Kind == ClosureKind.National && days.Contains(row.Day)).Select(row => row.Day).ToListAsync(cancellationToken);
            var fresh = days.Except(there).Select(day => new Closure
            {
                Municipality = work.Municipality,
                Id = Ids.New(),
                Kind = ClosureKind.National,
                Day = day,
                Reason = request.Reason.Trim(),
            }).ToList();
            added = fresh.Count;
            if (added == 0) return null;
            work.Context.AddRange(fresh);
            return new(fresh[0].Id, string.Join(' ', fresh.Select(row => FormattableString.Invariant($"{row.Day:yyyy-MM-dd}"))),
                await SeatChange.BuildingsOfAsync(work, null, cancellationToken), [.. fresh.Select(row => row.Day)]);
        }, cancellationToken);
        return outcome switch
        {
            SeatChange.Applied applied => new Saved(added == 0 ? days.Count : added, applied.Lost),
            SeatChange.Loses loses => new Loses(loses.Effect),
            _ => refused,
        };
    }

    /// <summary>The days on which the nation's maintenance usually falls, the day after the third Saturday of a month, as a proposal to be checked against the announcement.</summary>
    public static IReadOnlyList<DateOnly> Usual(DateOnly from, int months)
    {
        var first = new DateOnly(from.Year, from.Month, 1);
        return
        [
            .. Enumerable.Range(0, months).Select(first.AddMonths)
                .Select(month => month.AddDays((((int)DayOfWeek.Saturday - (int)month.DayOfWeek + 7) % 7) + 14 + 1)).Where(day => day >= from),
        ];
    }
}
