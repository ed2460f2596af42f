using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Reservations.Outages;
using Tewatashi.Testing;
using Tewatashi.Time;

namespace Tewatashi.Tests.Reservations.Walks;

/// <summary>The nation's system goes down, stays down longer than said and comes back, while people book, come and wait.</summary>
internal static class OutageSteps
{
    private const string Nothing = "nothing to do";

    public static readonly IReadOnlyList<WalkSteps.Step> All =
    [
        new("declare an outage", 3, DeclareAsync),
        new("extend an outage", 2, ExtendAsync),
        new("end an outage", 3, EndAsync),
        new("count who came in vain", 2, CountAsync),
    ];

    private static async Task<string> DeclareAsync(Walker walker)
    {
        var (until, apply) = (Until(walker), walker.Random.Next(3) > 0);
        IReadOnlyList<Guid> counters = walker.Random.Next(2) == 0 ? [] : [walker.Counter().Id];
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<DeclareOutage>().RunAsync(new(until, counters, apply), caller, CancellationToken.None));
    }

    private static async Task<string> ExtendAsync(Walker walker)
    {
        if (await RunningAsync(walker) is not { } outage) return Nothing;
        var (until, apply) = (outage.UntilAt + TimeSpan.FromMinutes(walker.Random.Next(0, 36) * 10), walker.Random.Next(3) > 0);
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<ExtendOutage>().RunAsync(new(outage.Id, until, apply), caller, CancellationToken.None));
    }

    private static async Task<string> EndAsync(Walker walker) => await RunningAsync(walker) is { } outage
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<EndOutage>().RunAsync(new(outage.Id), caller, CancellationToken.None))
        : Nothing;

    private static async Task<string> CountAsync(Walker walker) => await RunningAsync(walker) is { } outage
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<CountTurnedAway>().RunAsync(new(outage.Id), caller, CancellationToken.None))
        : Nothing;

    /// <summary>For an hour or two, over night into the time of the first bookings, or a time that is no longer ahead.</summary>
    private static DateTimeOffset Until(Walker walker) => walker.Random.Next(6) switch
    {
        0 => walker.Office.Clock.GetUtcNow(),
        1 => JapanTime.InstantOf(walker.Office.Today.AddDays(walker.Random.Next(1, 4)), walker.Time()),
        _ => walker.Office.Clock.GetUtcNow() + TimeSpan.FromMinutes(walker.Random.Next(1, 12) * 15),
    };

    private static Task<Outage?> RunningAsync(Walker walker) =>
        walker.Office.SeeAsync(context => context.Outages.AsNoTracking().FirstOrDefaultAsync(row => row.EndedAt == null));
}
