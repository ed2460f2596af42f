using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Closures;

/// <summary>
/// 開庁時間: the whole week of a counter from a day on. The seats of days that were booked before are fitted to it; where more is
/// booked than would be left, the effect is answered first, and applied the latest booked are marked 要日時変更.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class SaveOpeningHours(Database database, FitSeats fit)
{
    /// <param name="Apply">The effect was shown, and is wanted.</param>
    public sealed record Request(Guid CounterId, DateOnly EffectiveOn, IReadOnlyList<WeeklyStretch> Week, bool Apply = false);

    public abstract record Outcome;

    /// <param name="Lost">So many booked visits lost their place.</param>
    public sealed record Saved(int Lost = 0) : Outcome;

    /// <param name="Index">Which stretch; null where the whole is meant.</param>
    public sealed record Wrong(HoursFault Fault, int? Index) : Outcome;

    /// <summary>Nothing was changed: these bookings would lose their place.</summary>
    public sealed record Loses(SeatEffect Effect) : Outcome;

    public sealed record NoCounter : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        Outcome refused = new NoCounter();
        var outcome = await new SeatChange(database, fit).RunAsync(caller, OperationKind.ChangeOpeningHours, request.Apply, async work =>
        {
            refused = new NoCounter();
            if (await work.Context.Counters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == request.CounterId, cancellationToken) is not { } counter) return null;
            if ((request.EffectiveOn < SeatChange.Today(work) ? new Wrong(HoursFault.Past, null) : FaultIn(request.Week, counter.GridMinutes)) is { } wrong)
            {
                refused = wrong;
                return null;
            }

            await WriteAsync(work, request, counter, cancellationToken);
            return new(counter.Id, FormattableString.Invariant($"{request.EffectiveOn:yyyy-MM-dd}"), [counter.BuildingId],
                await HoursChange.DaysFromAsync(work.Context, request.EffectiveOn, SeatChange.Today(work), cancellationToken));
        }, cancellationToken);
        return outcome switch
        {
            SeatChange.Applied applied => new Saved(applied.Lost),
            SeatChange.Loses loses => new Loses(loses.Effect),
            _ => refused,
        };
    }

    private static async Task WriteAsync(Work work, Request request, Counter counter, CancellationToken cancellationToken)
    {
        await work.Context.OpeningHours.Where(row => row.CounterId == counter.Id && row.EffectiveOn == request.EffectiveOn).ExecuteDeleteAsync(cancellationToken);
        work.Context.AddRange(request.Week.Select(stretch => new OpeningHours
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            CounterId = counter.Id,
            Weekday = stretch.Weekday,
            OpensAt = stretch.OpensAt,
            ClosesAt = stretch.ClosesAt,
            Booths = stretch.Booths,
            EffectiveOn = request.EffectiveOn,
        }));
    }

    private static Wrong? FaultIn(IReadOnlyList<WeeklyStretch> week, int gridMinutes)
    {
        if (week.Count == 0) return new Wrong(HoursFault.Empty, null);
        for (var i = 0; i < week.Count; i++)
        {
            if (StretchFaults.Of(Of(week[i]), gridMinutes) is { } fault) return new Wrong(fault, i);
            for (var j = 0; j < i; j++)
            {
                if (week[j].Weekday == week[i].Weekday && StretchFaults.Overlap(Of(week[j]), Of(week[i]))) return new Wrong(HoursFault.Overlap, i);
            }
        }

        return null;
    }

    private static Stretch Of(WeeklyStretch stretch) => new(stretch.OpensAt, stretch.ClosesAt, stretch.Booths);
}
