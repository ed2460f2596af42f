using Tewatashi.Bench.Year;
using Tewatashi.Data.Sqlite;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Cards;

/// <summary>On the embedded database no statement of the office's days reads a whole table that grows with the cards, the visits or the time.</summary>
public sealed class CustodyPlanTests
{
    /// <summary>Once when opening hours are changed: the last day for which there are cells.</summary>
    private static readonly string[] Seldom = ["SELECT MAX(\"c\".\"day\")"];

    [Fact]
    public async Task No_statement_of_the_office_s_days_reads_a_whole_table()
    {
        using var plans = new StatementPlans(file => file.Contains("tewatashi-bench-", StringComparison.Ordinal), new HashSet<string>([.. SqliteStatistics.Few, .. SqliteStatistics.Some], StringComparer.Ordinal));

        var lived = await new YearBench(new YearSize(400, 8, 4, YearSize.Sqlite), _ => { }).RunAsync("", CancellationToken.None);

        Assert.Equal(0, lived[^1].Measured);
        var scans = plans.Scans.Where(scan => !Seldom.Any(seldom => scan.Contains(seldom, StringComparison.Ordinal))).ToList();
        Assert.True(scans.Count == 0, string.Join("\n\n", scans));
    }
}
