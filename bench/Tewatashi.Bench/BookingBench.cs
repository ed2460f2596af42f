namespace Tewatashi.Bench;

/// <summary>
/// [booking], [booking-hot] One booking is hold, confirmation and the page with the number, over HTTP with session, antiforgery, HTML, audit and
/// outbox; against one conditional update, one insert and one audit row in a single statement, the least that books anything (L1).
/// </summary>
internal sealed class BookingBench(Ground ground, Pace pace)
{
    private const int LimitClients = 8;

    /// <summary>Rounds of an open load at half of the highest rate.</summary>
    private const double Part = 0.5;

    public async Task<IReadOnlyList<Measurement>> RunAsync(bool spread, bool hot, CancellationToken cancellationToken)
    {
        await StatementClient.PrepareAsync(ground.ConnectionString, cancellationToken);
        await using var desk = await BookingDesk.OpenAsync(ground, pace.WarmUp, cancellationToken);
        Limit(pace.WarmUp / 4);
        var (limits, rounds, hots) = (new List<Round>(), new List<Round>(), new List<Round>());
        for (var i = 0; i < pace.Rounds; i++)
        {
            limits.Add(Limit(pace.Round));
            rounds.Add(await desk.BookAsync(desk.Seating.Spread, pace.Round, cancellationToken));
            if (hot) hots.Add(await desk.BookAsync(desk.Seating.Hot, pace.Round, cancellationToken));
        }

        var results = new List<Measurement>();
        var (limit, rate) = (Rate(limits), Rate(rounds));
        if (spread)
        {
            results.Add(new("booking", $"three requests each, {BookingDesk.Clients} clients, many places; bookings/s against one statement (L1: C#, prepared, {LimitClients} clients)", limit, rate, 0.15, Remark: $"{Round.CostOf(rounds)}; L1 {Round.CostOf(limits)}"));
            var (empty, open) = (new List<double>(), new List<double>());
            for (var i = 0; i < pace.Rounds; i++)
            {
                empty.Add(Load.Percentile(desk.OpenEmptyPageAt(rate * Part, pace.Round).Milliseconds, 0.99));
                open.Add(Load.Percentile((await desk.BookAtAsync(rate * Part, pace.Round, cancellationToken)).Milliseconds, 0.99));
            }

            results.Add(new("booking", "p99 of an answer in ms at half of that rate, open load, against an empty page's at as many requests", Load.Median(empty), Load.Median(open), 5, AtMost: true));
        }

        if (hot) results.Add(new("booking-hot", $"the same when everybody wants the same {Seating.Places} places; bookings/s against the spread figure", rate, Rate(hots), 0.8, Remark: Round.CostOf(hots)));
        results.Add(await SoldTwiceAsync(ground, desk, "booking", cancellationToken));
        return results;
    }

    /// <summary>The same on the embedded database.</summary>
    public async Task<IReadOnlyList<Measurement>> RunEmbeddedAsync(CancellationToken cancellationToken)
    {
        await using var desk = await BookingDesk.OpenAsync(ground, pace.WarmUp, cancellationToken);
        using var writer = new QueueClient.Writer(Path.Combine(Path.GetDirectoryName(ground.Installation.SqliteFile)!, "limit.db")); // lies in a folder
        var (limits, rounds) = (new List<Round>(), new List<Round>());
        for (var i = 0; i < pace.Rounds; i++)
        {
            limits.Add(Crowd.Run(null, pace.Round, [.. Enumerable.Range(0, BookingDesk.Clients).Select(_ => new QueueClient(writer))]));
            rounds.Add(await desk.BookAsync(desk.Seating.Spread, pace.Round, cancellationToken));
        }

        return
        [
            new("booking-embedded", $"on SQLite, {BookingDesk.Clients} clients; bookings/s against a queue of one writer alone, each booking committed to the disk", Rate(limits), Rate(rounds), 0.15, Remark: Round.CostOf(rounds)),
            await SoldTwiceAsync(ground, desk, "booking-embedded", cancellationToken),
        ];
    }

    /// <summary>Counted by the examination of the whole database.</summary>
    public static async Task<Measurement> SoldTwiceAsync(Ground ground, BookingDesk desk, string bench, CancellationToken cancellationToken)
    {
        var violations = (await new Check(ground.Provider).RunAsync(desk.Municipality, cancellationToken)).Violations
            .Where(row => row.Invariant.Contains('枠', StringComparison.Ordinal) || row.Invariant.Contains("予約", StringComparison.Ordinal)).ToList();
        return new(bench, "places sold twice or lost, by the examination of the whole database", 1, violations.Count, 0, AtMost: true, Remark: violations.Count == 0 ? null : violations[0].ToString());
    }

    private Round Limit(TimeSpan time)
    {
        var clients = Enumerable.Range(0, LimitClients).Select(_ => new StatementClient(ground.ConnectionString)).ToList();
        try
        {
            return Crowd.Run(ground.Postmaster, time, clients);
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }

    private static double Rate(IEnumerable<Round> rounds) => Load.Median(rounds.Select(round => round.PerSecond));
}
