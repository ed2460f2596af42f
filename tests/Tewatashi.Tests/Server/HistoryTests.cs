using System.Globalization;
using Tewatashi.Bench;

namespace Tewatashi.Tests.Server;

/// <summary>The bench's past is written past the use cases: whatever the tables demand of late must be in it too.</summary>
public sealed class HistoryTests
{
    [Fact]
    public async Task Two_years_of_the_bench_fit_the_tables_and_sell_no_seat_twice()
    {
        var super = Environment.GetEnvironmentVariable("TEWATASHI_TEST_POSTGRES")!; // ./test sets it
        await using var ground = await Ground.OpenAsync(super, TimeProvider.System, CancellationToken.None);
        var municipality = await ground.FoundAsync(CancellationToken.None);
        for (var i = 0; i < 8; i++) await ground.AddCounterAsync(municipality, string.Create(CultureInfo.InvariantCulture, $"Z{i}"), booths: 4, CancellationToken.None);

        await History.FillAsync(ground.ConnectionString, municipality, cards: 400, visits: 240, CancellationToken.None);

        var report = await new Check(ground.Provider).RunAsync(municipality, CancellationToken.None);
        Assert.Equal([], report.Violations.Where(row => row.Invariant.Contains('枠', StringComparison.Ordinal) || row.Invariant.Contains("予約", StringComparison.Ordinal)));
    }
}
