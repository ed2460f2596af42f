using System.Diagnostics;
using System.Globalization;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations.Walks.Custody;

/// <summary>
/// Random sequences of everything that happens to cards, by many clerks at the same time over thousands of cards: after each sequence every
/// invariant of the municipality, and at the end the whole history of every card against where it is. In ./test for some seconds;
/// <c>TEWATASHI_TEST_WALKS=2000</c> walks so many sequences on each database, <c>TEWATASHI_TEST_WALK_SEED</c> begins with the seed that a failure named.
/// </summary>
public sealed class CustodyWalkTests(ITestOutputHelper output)
{
    private const int SequencesOfAnOffice = 50;
    private const int Cards = 2_000;
    private static readonly TimeSpan ShortTime = TimeSpan.FromSeconds(10);
    private static readonly int Wanted = Setting("TEWATASHI_TEST_WALKS");
    private static readonly int FirstSeed = Setting("TEWATASHI_TEST_WALK_SEED") is > 0 and var seed ? seed : Environment.TickCount & 0xFFFFFF;

    // Two tests instead of a theory: the long form runs each database in a process of its own.
    [Fact]
    public Task Random_custody_by_many_clerks_leaves_every_card_in_one_place_on_sqlite() => WalkAsync(Engine.Sqlite);

    [Fact]
    public Task Random_custody_by_many_clerks_leaves_every_card_in_one_place_on_postgres() => WalkAsync(Engine.Postgres);

    private async Task WalkAsync(Engine engine)
    {
        var watch = new Stopwatch();
        var tally = new WalkTally();
        for (var number = 0; Wanted > 0 ? tally.Sequences < Wanted : watch.Elapsed < ShortTime; number++)
        {
            await using var walk = await CustodyFloor.OpenAsync(engine, FirstSeed + number, tally, Cards);
            watch.Start(); // the first office makes the database, which is nobody's walk
            for (var sequence = 0; sequence < SequencesOfAnOffice && (Wanted > 0 ? tally.Sequences < Wanted : watch.Elapsed < ShortTime); sequence++) await walk.RunAsync(sequence);
            foreach (var wrong in await CardReplay.RunAsync(walk.Office)) walk.Fail(wrong);
            if (Wanted > 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine}: {tally.Sequences} sequences, {tally.Failures.Count} failures, {watch.Elapsed.TotalSeconds:F0} s"));
        }

        var line = string.Create(CultureInfo.InvariantCulture, $"{engine}: seeds from {FirstSeed}, {Cards} cards, {tally} in {watch.Elapsed.TotalSeconds:F0} s");
        if (Wanted > 0) Console.WriteLine(line);
        else output.WriteLine(line);
        Assert.Empty(tally.Failures);
        Assert.True(tally.Sequences >= Math.Max(Wanted, 1), $"{tally.Sequences} sequences");
    }

    private static int Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : 0;
}
