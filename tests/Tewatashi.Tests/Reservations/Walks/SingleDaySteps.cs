using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Municipalities;
using Tewatashi.Reservations.Closures;
using Tewatashi.Testing;
using Tewatashi.Time;

namespace Tewatashi.Tests.Reservations.Walks;

/// <summary>What the office does to single days and to single hours: a Saturday is opened, a booth stays empty, an office has room for fewer.</summary>
internal static class SingleDaySteps
{
    private const string Nothing = "nothing to do";

    public static readonly IReadOnlyList<WalkSteps.Step> All =
    [
        new("hours of a single day", 4, SaveAsync),
        new("fewer booths", 4, ReduceAsync),
        new("booths are back", 2, RestoreAsync),
        new("limit of an office", 2, LimitAsync),
        new("national maintenance", 1, NationalAsync),
        new("another quota", 2, QuotaAsync),
    ];

    private static async Task<string> SaveAsync(Walker walker)
    {
        var (counter, day, replaces, apply) = (walker.Counter(), walker.Day(), walker.Random.Next(2) == 0, walker.Random.Next(2) == 0);
        IReadOnlyList<Stretch> stretches = walker.Random.Next(4) switch
        {
            0 => [],
            1 => [TestClosures.Stretch(9, 10, walker.Random.Next(1, 3)), TestClosures.Stretch(13, 15, 1)],
            _ => [TestClosures.Stretch(9, walker.Random.Next(10, 18), walker.Random.Next(1, 3))],
        };
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<SaveSpecialHours>().RunAsync(new(counter.Id, day, replaces, stretches, apply), caller, CancellationToken.None));
    }

    private static async Task<string> ReduceAsync(Walker walker)
    {
        var until = JapanTime.TimeOf(walker.Office.Clock.GetUtcNow()).AddMinutes(15 * walker.Random.Next(1, 12));
        var (counter, booths, apply) = (walker.Counter(), walker.Random.Next(1, 3), walker.Random.Next(2) == 0);
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<ReduceBooths>().RunAsync(new(counter.Id, booths, until, apply), caller, CancellationToken.None));
    }

    private static async Task<string> RestoreAsync(Walker walker)
    {
        var fewer = await walker.Office.SeeAsync(context => context.FewerBooths.AsNoTracking().OrderByDescending(row => row.Id).Take(5).ToListAsync());
        if (fewer.Count == 0) return Nothing;
        var one = walker.OneOf(fewer);
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<RestoreBooths>().RunAsync(new(one.Id), caller, CancellationToken.None));
    }

    private static async Task<string> LimitAsync(Walker walker)
    {
        var (building, from, apply) = (walker.Counter().BuildingId, walker.Day(), walker.Random.Next(2) == 0);
        int? visits = walker.Random.Next(3) == 0 ? null : walker.Random.Next(1, 4);
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<SaveOfficeLimit>().RunAsync(new(building, from, visits, apply), caller, CancellationToken.None));
    }

    private static async Task<string> NationalAsync(Walker walker)
    {
        var (day, apply) = (walker.Day(), walker.Random.Next(2) == 0);
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<AddNationalDays>().RunAsync(new([day], "全国システムの保守のため", apply), caller, CancellationToken.None));
    }

    // Of today or of a day to come; the cells that are there already must take it up.
    private static async Task<string> QuotaAsync(Walker walker)
    {
        var (percent, from) = (walker.OneOf([0, 20, 50]), walker.Random.Next(2) == 0 ? (DateOnly?)null : walker.Day());
        var settings = await walker.Office.Staff<ChangeSettings>().CurrentAsync(walker.Office.Municipality, CancellationToken.None);
        var outcome = await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<ChangeSettings>().RunAsync(
            new(settings.Version, Rules.Of(settings) with { KeptPercent = percent }, from), caller, CancellationToken.None));
        await walker.Office.Staff<FitSeats>().RunAsync(walker.Staff(), CancellationToken.None);
        return outcome;
    }
}
