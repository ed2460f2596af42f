using System.Diagnostics;

namespace Tewatashi.Bench;

/// <summary>Clients on threads of their own, each with its own connections, so that their processor time can be told from the program's.</summary>
internal static class Crowd
{
    /// <summary>One client at work. Fails with false when it has nothing left to do.</summary>
    internal interface IClient : IDisposable
    {
        /// <param name="took">Gets the milliseconds of each single answer.</param>
        /// <param name="begun">When it should have begun, where that is later than now it was waited for.</param>
        bool Act(List<double> took, long begun);
    }

    /// <summary>Closed load: each begins again as soon as it has its answer.</summary>
    public static Round Run(int? postmaster, TimeSpan time, IReadOnlyList<IClient> clients) => Run(postmaster, clients, (client, _, watch, took) =>
    {
        var done = 0;
        while (watch.Elapsed < time && client.Act(took, Stopwatch.GetTimestamp())) done++;
        return done;
    });

    /// <summary>Open load: so many begin in a second, whether or not those before have their answers. Waiting for a free client counts.</summary>
    public static Round Run(int? postmaster, TimeSpan time, double perSecond, IReadOnlyList<IClient> clients) => Run(postmaster, clients, (client, number, watch, took) =>
    {
        var done = 0;
        var origin = Stopwatch.GetTimestamp() - watch.ElapsedTicks;
        for (long turn = number; ; turn += clients.Count)
        {
            var due = TimeSpan.FromSeconds(turn / perSecond);
            if (due >= time) return done;
            if (due - watch.Elapsed is var wait && wait > TimeSpan.Zero) Thread.Sleep(wait);
            if (!client.Act(took, origin + (long)(due.TotalSeconds * Stopwatch.Frequency))) return done;
            done++;
        }
    });

    private static Round Run(int? postmaster, IReadOnlyList<IClient> clients, Func<IClient, int, Stopwatch, List<double>, int> work)
    {
        var before = Cost.Now(postmaster);
        var watch = Stopwatch.StartNew();
        var results = new (int Done, TimeSpan Load, List<double> Took)[clients.Count];
        Exception? failed = null;
        var threads = clients.Select((client, number) => new Thread(() =>
        {
            try
            {
                var took = new List<double>();
                var done = work(client, number, watch, took);
                results[number] = (done, Cost.OfThread(), took);
            }
            catch (Exception exception)
            {
                failed = exception;
            }
        }, 256 * 1024)).ToList();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        var elapsed = watch.Elapsed;
        if (failed is not null) throw new InvalidOperationException("A client failed.", failed);
        return new Round(
            results.Sum(row => row.Done), elapsed, results.Aggregate(TimeSpan.Zero, (sum, row) => sum + row.Load), Cost.Now(postmaster) - before,
            [.. results.SelectMany(row => row.Took)]);
    }
}
