using System.Diagnostics;

namespace Tewatashi.Bench;

/// <summary>Closed load: so many clients, each beginning again as soon as it got its answer.</summary>
internal static class Load
{
    /// <returns>Answers in a second, and how long each took in milliseconds.</returns>
    public static async Task<(double PerSecond, IReadOnlyList<double> Milliseconds)> RunAsync(
        int clients, TimeSpan time, Func<int, CancellationToken, Task<bool>> once, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var all = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var took = new List<double>();
            while (watch.Elapsed < time)
            {
                var begun = Stopwatch.GetTimestamp();
                if (!await once(client, cancellationToken)) break;
                took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }

            return took;
        }, cancellationToken)));
        var elapsed = watch.Elapsed.TotalSeconds;
        var milliseconds = all.SelectMany(row => row).ToList();
        return (milliseconds.Count / elapsed, milliseconds);
    }

    public static double Median(IEnumerable<double> values) => Percentile(values, 0.5);

    public static double Percentile(IEnumerable<double> values, double part)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * part))];
    }

    /// <summary>Program and limit in turn, so that a noisy neighbour meets both; the medians.</summary>
    public static async Task<(double Limit, double Measured)> InTurnAsync(int rounds, Func<Task<double>> limit, Func<Task<double>> measured)
    {
        var (limits, values) = (new List<double>(), new List<double>());
        for (var i = 0; i < rounds; i++)
        {
            limits.Add(await limit());
            values.Add(await measured());
        }

        return (Median(limits), Median(values));
    }
}
