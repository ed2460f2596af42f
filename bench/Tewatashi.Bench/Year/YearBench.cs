using System.Diagnostics;
using System.Globalization;
using Tewatashi.Time;

namespace Tewatashi.Bench.Year;

/// <summary>
/// [year] A ward's year on a stock that was taken over: deliveries, shelving, notices, bookings, picks, hand-overs, who does not come, losses, moves, counts,
/// parcels, a disposal at the end, and <c>check</c> at each month's end. The last month against the first: no slow-down with history.
/// </summary>
internal sealed class YearBench(YearSize size, Action<string> tell)
{
    private const double MostGrowth = 1.25;
    private static readonly DateOnly First = new(2026, 4, 1);

    public async Task<IReadOnlyList<Measurement>> RunAsync(string super, CancellationToken cancellationToken)
    {
        var results = new List<Measurement>();
        foreach (var (database, open) in new (string, Func<YearClock, Task<Ground>>)[]
        {
            (YearSize.Postgres, clock => Ground.OpenAsync(super, clock, cancellationToken)),
            (YearSize.Sqlite, clock => Ground.OpenEmbeddedAsync(clock, cancellationToken)),
        })
        {
            if (size.Database != YearSize.Both && size.Database != database) continue;
            var clock = new YearClock();
            await using var ground = await open(clock);
            results.AddRange(await RunAsync(ground, clock, database, cancellationToken));
        }

        return results;
    }

    private async Task<IReadOnlyList<Measurement>> RunAsync(Ground ground, YearClock clock, string database, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var office = await YearOffice.OpenAsync(ground, clock, size, First, cancellationToken);
        var takenOver = watch.Elapsed;
        tell(string.Create(CultureInfo.InvariantCulture, $"year {database}: {size.Cards:N0} cards taken over in {takenOver.TotalSeconds:F0} s"));
        var (day, violations, checks) = (new YearDay(office, cancellationToken), new List<Check.Violation>(), new List<TimeSpan>());
        var today = BusinessDays.Default.Add(First, 0);
        var working = TimeSpan.Zero;
        for (var number = 0; number < size.Days; number++)
        {
            office.Times.Now = number >= size.Days - size.Month ? OperationTimes.Part.Last
                : number >= size.WarmUp && number < size.WarmUp + size.Month ? OperationTimes.Part.First : OperationTimes.Part.Between;
            var begun = watch.Elapsed;
            await day.RunAsync(today);
            if (number == size.Days - 1) await day.DisposeAsync(today);
            working += watch.Elapsed - begun;
            var next = BusinessDays.Default.Add(today, 1);
            if (next.Month != today.Month || number == size.Days - 1)
            {
                checks.Add(await CheckAsync(office, violations, cancellationToken));
                tell(string.Create(CultureInfo.InvariantCulture,
                    $"year {database}: {today:yyyy-MM-dd}, day {number + 1}, {office.Times.Count:N0} operations in {working.TotalSeconds:F0} s, {day.HandedOver:N0} handed over, {violations.Count} violations, check {checks[^1].TotalSeconds:F1} s; most time, ms: {office.Times.MostTime(6)}"));
            }

            today = next;
        }

        return Measured(office, day, database, new(takenOver, working, checks, violations));
    }

    private sealed record Lived(TimeSpan TakenOver, TimeSpan Working, IReadOnlyList<TimeSpan> Checks, IReadOnlyList<Check.Violation> Violations);

    private IReadOnlyList<Measurement> Measured(YearOffice office, YearDay day, string database, Lived lived)
    {
        using var process = Process.GetCurrentProcess();
        var times = office.Times;
        var what = string.Create(CultureInfo.InvariantCulture, $"{database}, {size.Cards:N0} cards, {size.Days} business days, {size.ADay} hand-overs a day");
        var lines = string.Create(CultureInfo.InvariantCulture,
            $"{times.Count:N0} operations in {lived.Working.TotalSeconds:F0} s, {times.Count / lived.Working.TotalSeconds:F0}/s; {day.HandedOver:N0} handed over, {day.Lost} lost; stock taken over in {lived.TakenOver.TotalSeconds:F0} s; check {lived.Checks[0].TotalSeconds:F1} s at first, {lived.Checks[^1].TotalSeconds:F1} s at last; most memory {process.PeakWorkingSet64 >> 20} MB; most time, ms: {times.MostTime(6)}; grew most, ms: {times.MostGrown(3)}");
        return
        [
            new("year", $"{what}; ms an operation in the last month against the first", times.Milliseconds(OperationTimes.Part.First), times.Milliseconds(OperationTimes.Part.Last), MostGrowth, AtMost: true, Remark: lines),
            new("year", $"{what}; violations found by check at each month's end", 1, lived.Violations.Count, 0, AtMost: true, Remark: lived.Violations.Count == 0 ? null : lived.Violations[0].ToString()),
        ];
    }

    private static async Task<TimeSpan> CheckAsync(YearOffice office, List<Check.Violation> violations, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        violations.AddRange((await new Check(office.Ground.Provider).RunAsync(office.Municipality, cancellationToken)).Violations);
        return watch.Elapsed;
    }
}
