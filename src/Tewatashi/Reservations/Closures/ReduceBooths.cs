using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Reservations.Closures;

/// <summary>
/// 「いまから HH:MM まで窓口を n つ減らす」: someone is ill, a terminal is broken. From now on for this counter, to the time given; then the booths are
/// there again by themselves.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ReduceBooths(Database database, FitSeats fit)
{
    /// <param name="Booths">How many fewer, from 1 to 99.</param>
    /// <param name="UntilAt">Wall time of today, not included.</param>
    /// <param name="Apply">The effect was shown, and is wanted.</param>
    public sealed record Request(Guid CounterId, int Booths, TimeOnly UntilAt, bool Apply = false);

    public abstract record Outcome;

    /// <param name="Lost">So many booked visits lost their place.</param>
    public sealed record Reduced(int Lost) : Outcome;

    public sealed record Loses(SeatEffect Effect) : Outcome;

    /// <summary>A field does not hold what it should: its name.</summary>
    public sealed record Wrong(string Field) : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.Booths is < 1 or > 99) return new Wrong(nameof(Request.Booths));
        var refused = new Wrong(nameof(Request.CounterId));
        var outcome = await new SeatChange(database, fit).RunAsync(caller, OperationKind.ReduceBooths, request.Apply, async work =>
        {
            if (await work.Context.Counters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == request.CounterId && row.Active, cancellationToken) is not { } counter) return null;
            // The cell that runs now belongs to those who sit there.
            var now = SeatSpan.MinuteOf(JapanTime.TimeOf(work.Now));
            var from = (now / counter.GridMinutes + 1) * counter.GridMinutes;
            if (SeatSpan.MinuteOf(request.UntilAt) <= from)
            {
                refused = new Wrong(nameof(Request.UntilAt));
                return null;
            }

            var row = new FewerBooths
            {
                Municipality = work.Municipality,
                Id = Ids.New(),
                CounterId = counter.Id,
                Day = SeatChange.Today(work),
                FromAt = TimeOnly.MinValue.AddMinutes(from),
                UntilAt = request.UntilAt,
                Booths = request.Booths,
                CreatedAt = work.Now,
            };
            work.Context.Add(row);
            return new(row.Id, FormattableString.Invariant($"{counter.Code} -{row.Booths} {row.FromAt:HH:mm}-{row.UntilAt:HH:mm}"), [counter.BuildingId], [row.Day]);
        }, cancellationToken);
        return outcome switch
        {
            SeatChange.Applied applied => new Reduced(applied.Lost),
            SeatChange.Loses loses => new Loses(loses.Effect),
            _ => refused,
        };
    }
}
