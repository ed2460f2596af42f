using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Data;

/// <summary>PostgreSQL's walls, as its own catalogue tells: they must hold even where the code above forgot its filter.</summary>
public sealed class WallTests
{
    private const string Programs = "('tewatashi_staff', 'tewatashi_resident', 'tewatashi_worker')";

    [Fact]
    public async Task Every_table_of_a_municipality_has_its_wall_forced_on_the_owner_too()
    {
        var owned = await OwnedAsync();

        var walled = await CatalogueRows.AskAsync(Engine.Postgres,
            """
            SELECT c.relname FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid
            WHERE c.relrowsecurity AND c.relforcerowsecurity AND p.polname = 'own_municipality' AND p.polcmd = '*' AND p.polroles = '{0}' AND p.polpermissive
              AND pg_get_expr(p.polqual, p.polrelid) LIKE '%municipality%current_setting(''tewatashi.municipality''%'
              AND pg_get_expr(p.polwithcheck, p.polrelid) LIKE '%municipality%current_setting(''tewatashi.municipality''%'
            """);

        Assert.True(owned.Count >= 30, $"{owned.Count} tables");
        Assert.Equal(owned, walled);
    }

    /// <summary>Policies that widen would open the wall again; only narrowing ones may stand beside it.</summary>
    [Fact]
    public async Task No_other_policy_widens_what_the_wall_lets_through()
    {
        Assert.Empty(await CatalogueRows.AskAsync(Engine.Postgres, "SELECT polname, polrelid::regclass::text FROM pg_policy WHERE polname <> 'own_municipality' AND polpermissive"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Municipality_stands_first_in_every_key_and_unique_index(Engine engine)
    {
        var tables = (await SchemaTests.TablesAsync(engine)).Where(table => IsOwned(table.EntityTypeMappings.First().TypeBase.ClrType)).ToList();

        Assert.NotEmpty(tables);
        Assert.All(tables, table =>
        {
            Assert.Equal("municipality", table.PrimaryKey!.Columns[0].Name); // every table has one
            Assert.All(table.UniqueConstraints, key => Assert.Equal("municipality", key.Columns[0].Name));
            Assert.All(table.Indexes.Where(index => index.IsUnique), index => Assert.Equal("municipality", index.Columns[0].Name));
        });
    }

    [Theory]
    [InlineData("applicant")]
    [InlineData("contact_address")]
    [InlineData("proxy_name")]
    [InlineData("staff_member")]
    [InlineData("staff_directory")]
    [InlineData("saved_search")]
    [InlineData("import_part")]
    public async Task Resident_role_reads_nothing_of(string table)
    {
        Assert.Equal(["False False"], await CatalogueRows.AskAsync(Engine.Postgres,
            $"SELECT has_table_privilege('tewatashi_resident', '{table}', 'SELECT'), has_any_column_privilege('tewatashi_resident', '{table}', 'SELECT')"));
    }

    [Fact]
    public async Task Roles_of_the_programs_own_nothing_and_may_pass_no_wall()
    {
        // Temporary tables hold rows on their way, for one connection and one transaction.
        Assert.Empty(await CatalogueRows.AskAsync(Engine.Postgres, $"SELECT relname FROM pg_class WHERE relpersistence <> 't' AND relowner IN (SELECT oid FROM pg_roles WHERE rolname IN {Programs})"));
        Assert.Equal(
            ["tewatashi_resident False False False False", "tewatashi_staff False False False False", "tewatashi_worker False False False False"],
            await CatalogueRows.AskAsync(Engine.Postgres, $"SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname IN {Programs}"));
        Assert.Equal(["0"], await CatalogueRows.AskAsync(Engine.Postgres, $"SELECT count(*) FROM pg_auth_members WHERE member IN (SELECT oid FROM pg_roles WHERE rolname IN {Programs})"));
    }

    /// <summary>TRUNCATE and triggers go past the rows' walls.</summary>
    [Fact]
    public async Task Nobody_but_the_owner_may_empty_a_table_or_hang_a_trigger_on_it()
    {
        Assert.Empty(await CatalogueRows.AskAsync(Engine.Postgres,
            "SELECT table_name, grantee, privilege_type FROM information_schema.role_table_grants WHERE table_schema = 'public' AND privilege_type IN ('TRUNCATE', 'TRIGGER', 'REFERENCES') AND grantee <> current_user"));
    }

    [Theory]
    [InlineData(DatabaseRole.Owner)]
    [InlineData(DatabaseRole.Staff)]
    [InlineData(DatabaseRole.Resident)]
    [InlineData(DatabaseRole.Worker)]
    public async Task Without_a_municipality_no_row_of_any_table_is_seen(DatabaseRole role)
    {
        await using var office = await TestOffice.OpenAsync(Engine.Postgres);
        await office.AddCardsAsync(2);
        await using var connection = await office.Provider.OpenAsync(role, CancellationToken.None);
        var seen = new List<string>();
        var asked = 0;
        foreach (var table in await OwnedAsync())
        {
            if (await CatalogueRows.AskAsync(connection, $"SELECT has_table_privilege('{table}', 'SELECT')") is not ["True"]) continue;
            asked++;
            seen.AddRange((await CatalogueRows.AskAsync(connection, $"SELECT '{table}', count(*) FROM {table}")).Where(row => !row.EndsWith(" 0", StringComparison.Ordinal)));
        }

        Assert.Empty(seen);
        Assert.True(asked >= 10, $"{asked} tables asked");
        // With the municipality set the same question finds them: the test would see a wall that is open.
        await using var transaction = await connection.BeginTransactionAsync();
        await CatalogueRows.AskAsync(connection, $"SELECT set_config('tewatashi.municipality', '{office.Municipality.Value}', true)");
        Assert.Equal(["2"], await CatalogueRows.AskAsync(connection, "SELECT count(*) FROM card"));
    }

    private static async Task<IReadOnlyList<string>> OwnedAsync() =>
        [.. (await SchemaTests.TablesAsync(Engine.Postgres)).Where(table => IsOwned(table.EntityTypeMappings.First().TypeBase.ClrType)).Select(table => table.Name).Order(StringComparer.Ordinal)];

    private static bool IsOwned(Type type) => typeof(IMunicipalityOwned).IsAssignableFrom(type);
}
