using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Data.Sqlite;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Data;

/// <summary>What the embedded database is told of its tables' sizes.</summary>
public sealed class SqliteStatisticsTests
{
    [Fact]
    public async Task Every_index_has_its_figures_and_the_municipality_narrows_nothing()
    {
        await using var provider = await MigratedAsync();
        await using var context = provider.NewContext(DatabaseRole.Owner, null);

        var figures = await context.Database.SqlQuery<string>(
            $"""
             SELECT list.name || ' ' || coalesce(stat.stat, 'missing') AS "Value"
             FROM sqlite_master AS one JOIN pragma_index_list(one.name) AS list LEFT JOIN sqlite_stat1 AS stat ON stat.tbl = one.name AND stat.idx = list.name
             WHERE one.type = 'table' AND one.name NOT LIKE '\_\_%' ESCAPE '\' AND one.name NOT LIKE 'sqlite%'
               AND (SELECT name FROM pragma_index_info(list.name) WHERE seqno = 0) = 'municipality'
             """).ToListAsync(CancellationToken.None);

        Assert.NotEmpty(figures);
        Assert.All(figures, line => Assert.True(line.Split(' ') is [_, var rows, var ofOne, ..] && (rows == ofOne || line.Split(' ') is [_, _, "1"]), line));
    }

    [Fact]
    public async Task Table_said_to_be_small_is_a_table()
    {
        await using var provider = await MigratedAsync();
        await using var context = provider.NewContext(DatabaseRole.Owner, null);
        var tables = context.Model.GetRelationalModel().Tables.Select(table => table.Name).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(SqliteStatistics.Few.Concat(SqliteStatistics.Some), name => !tables.Contains(name));
    }

    private static async Task<IDatabaseProvider> MigratedAsync()
    {
        var provider = new Installation(TestDatabase.NewFolder(), TestDatabase.NewFolder(), new Dictionary<DatabaseRole, string>()).NewProvider();
        await provider.MigrateAsync(CancellationToken.None);
        await provider.MigrateAsync(CancellationToken.None); // the second finds everything as it is
        return provider;
    }
}
