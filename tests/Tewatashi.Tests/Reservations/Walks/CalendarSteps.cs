using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Closures;
using Tewatashi.Testing;
using Tewatashi.Time;

namespace Tewatashi.Tests.Reservations.Walks;

/// <summary>What the office does to its calendar, what the worker does by itself, and time, which does not wait.</summary>
internal static class CalendarSteps
{
    private const string Nothing = "nothing to do";

    public static readonly IReadOnlyList<WalkSteps.Step> All =
    [
        new("change opening hours", 5, ChangeHoursAsync),
        new("close a day", 4, CloseAsync),
        new("open a day again", 3, ReopenAsync),
        new("end lapsed holds", 5, EndHoldsAsync),
        new("time passes", 16, PassAsync),
    ];

    private static async Task<string> ChangeHoursAsync(Walker walker)
    {
        var (counter, from, booths) = (walker.Counter(), walker.Office.Today.AddDays(walker.Random.Next(0, 6)), walker.Random.Next(1, 4));
        var opens = walker.OneOf<TimeOnly>([new(9, 0), new(9, 0), new(9, 30)]);
        var week = Enumerable.Range(walker.Random.Next(2), 6).Select(day => new WeeklyStretch((DayOfWeek)(day % 7), opens, new(17, 0), booths)).ToList();
        var apply = walker.Random.Next(2) == 0;
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<SaveOpeningHours>().RunAsync(new(counter.Id, from, week, apply), caller, CancellationToken.None));
    }

    private static async Task<string> CloseAsync(Walker walker)
    {
        var (counter, day) = (walker.Random.Next(3) == 0 ? null : walker.Counter(), walker.Day());
        var apply = walker.Random.Next(2) == 0;
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<SaveClosure>().RunAsync(new(counter?.Id, day, "点検のため", apply), caller, CancellationToken.None));
    }

    private static async Task<string> ReopenAsync(Walker walker)
    {
        var closures = await walker.Office.SeeAsync(context => context.Closures.AsNoTracking().OrderBy(row => row.Id).ToListAsync());
        if (closures.Count == 0) return Nothing;
        var closure = walker.OneOf(closures);
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<RemoveClosure>().RunAsync(new(closure.Id), caller, CancellationToken.None));
    }

    private static async Task<string> EndHoldsAsync(Walker walker) =>
        await walker.Office.Worker<EndExpiredHolds>().RunAsync(Caller.Worker(walker.Office.Municipality), CancellationToken.None) == 0 ? "none" : "some";

    private static Task<string> PassAsync(Walker walker)
    {
        var now = walker.Office.Clock.GetUtcNow();
        var today = JapanTime.DateOf(now);
        switch (walker.Random.Next(10))
        {
            case < 4:
                walker.Walk.Pass(TimeSpan.FromMinutes(walker.Random.Next(1, 6)));
                return Task.FromResult("some minutes");
            case < 7:
                // To the second at which a hold of ten minutes ends, and one beyond.
                walker.Walk.Pass(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(walker.Random.Next(2)));
                return Task.FromResult("a hold");
            case 7:
                walker.Walk.PassUntil(JapanTime.InstantOf(today.AddDays(1), TimeOnly.MinValue).AddMilliseconds(-1));
                return Task.FromResult("to the last moment of the day");
            case 8:
                walker.Walk.PassUntil(JapanTime.InstantOf(today.AddDays(1), TimeOnly.MinValue));
                return Task.FromResult("to midnight");
            default:
                walker.Walk.PassUntil(JapanTime.InstantOf(today.AddDays(1), new TimeOnly(8, 50)));
                return Task.FromResult("to the next morning");
        }
    }
}
