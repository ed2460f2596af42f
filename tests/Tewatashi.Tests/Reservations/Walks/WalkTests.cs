using System.Diagnostics;
using System.Globalization;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations.Walks;

/// <summary>
/// Random sequences of everything that happens to reservations, by several people at the same time, and after each sequence every
/// invariant of the whole municipality. In ./test for some seconds; <c>TEWATASHI_TEST_WALKS=5000</c> walks so many sequences on each
/// database, <c>TEWATASHI_TEST_WALK_SEED</c> begins with the seed that a failure named.
/// </summary>
public sealed class WalkTests(ITestOutputHelper output)
{
    private const int SequencesOfAnOffice = 20;
    private static readonly TimeSpan ShortTime = TimeSpan.FromSeconds(25);
    private static readonly int Wanted = Setting("TEWATASHI_TEST_WALKS");
    private static readonly int FirstSeed = Setting("TEWATASHI_TEST_WALK_SEED") is > 0 and var seed ? seed : Environment.TickCount & 0xFFFFFF;

    // Two tests instead of a theory: the long form runs each database in a process of its own.
    [Fact]
    public Task Random_sequences_by_many_at_once_leave_every_invariant_whole_on_sqlite() => WalkAsync(Engine.Sqlite);

    [Fact]
    public Task Random_sequences_by_many_at_once_leave_every_invariant_whole_on_postgres() => WalkAsync(Engine.Postgres);

    private async Task WalkAsync(Engine engine)
    {
        var watch = Stopwatch.StartNew();
        var tally = new WalkTally();
        var offices = Wanted > 0 ? (Wanted + SequencesOfAnOffice - 1) / SequencesOfAnOffice : 100_000;
        await Parallel.ForAsync(0, offices, new ParallelOptions { MaxDegreeOfParallelism = Wanted > 0 ? 4 : 2 }, async (number, cancellationToken) =>
        {
            if (Wanted == 0 && watch.Elapsed > ShortTime) return;
            await using var walk = await Walk.OpenAsync(engine, FirstSeed + number, tally);
            for (var sequence = 0; sequence < SequencesOfAnOffice && (Wanted > 0 || watch.Elapsed < ShortTime); sequence++) await walk.RunAsync(sequence);
            if (Wanted > 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine}: {tally.Sequences} sequences, {tally.Failures.Count} failures, {watch.Elapsed.TotalSeconds:F0} s"));
        });
        Tell();
        Assert.Empty(tally.Failures);
        Assert.True(tally.Sequences >= Math.Max(Wanted, 1), $"{tally.Sequences} sequences");

        void Tell()
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{engine}: seeds from {FirstSeed}, {tally} in {watch.Elapsed.TotalSeconds:F0} s");
            if (Wanted > 0) Console.WriteLine(line);
            else output.WriteLine(line);
        }
    }

    private static int Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : 0;
}
