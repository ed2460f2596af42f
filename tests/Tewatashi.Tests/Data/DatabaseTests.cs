using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Testing;
using Xunit;

namespace Tewatashi.Tests.Data;

/// <summary>What every use case may rely on.</summary>
public sealed class DatabaseTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Work_that_records_nothing_is_refused_and_changes_nothing(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);

        await Assert.ThrowsAsync<InvalidOperationException>(() => office.Staff<Database>().WriteAsync(office.ByStaff(), OperationKind.ChangeSettings, async work =>
        {
            (await work.Context.Settings.SingleAsync()).HorizonDays = 99;
            return true;
        }));

        Assert.Equal(60, await office.SeeAsync(context => context.Settings.Select(row => row.HorizonDays).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Form_sent_twice_acts_once_and_gets_the_first_outcome(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var caller = office.ByStaff();
        Task<string> Send() => office.Staff<Database>().WriteAsync(
            caller,
            OperationKind.ChangeSettings,
            async work =>
            {
                (await work.Context.Settings.SingleAsync()).HorizonDays++;
                work.Record("Changed");
                return "now";
            },
            (_, first) => Task.FromResult($"before: {first.Outcome}"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(Send)));

        Assert.Single(outcomes, "now");
        Assert.Equal(7, outcomes.Count(outcome => outcome == "before: Changed"));
        Assert.Equal(61, await office.SeeAsync(context => context.Settings.Select(row => row.HorizonDays).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Municipality_sees_nothing_of_another(Engine engine)
    {
        await using var one = await TestOffice.OpenAsync(engine);
        await using var other = await TestOffice.OpenAsync(engine);

        var seen = await one.SeeAsync(context => context.Texts.Select(row => row.Municipality).Distinct().ToListAsync());

        Assert.Equal([one.Municipality], seen);
        Assert.NotEqual(one.Municipality, other.Municipality);
    }

    [Fact]
    public async Task Postgres_role_without_a_municipality_sees_nothing_even_past_the_filter()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Postgres);
        await using var connection = await office.Provider.OpenAsync(DatabaseRole.Staff, CancellationToken.None);
        await using var command = connection.CreateCommand();

        command.CommandText = "SELECT count(*) FROM municipality_text";

        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Log_refuses_change_and_deletion(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await using var connection = await office.Provider.OpenAsync(DatabaseRole.Owner, CancellationToken.None);
        foreach (var statement in new[] { "UPDATE audit_entry SET outcome = 'x'", "DELETE FROM audit_entry" })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;

            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => command.ExecuteNonQueryAsync());

            Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Municipality_added_twice_stays_as_it_was(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);

        var outcome = await office.Owner<AddMunicipality>().RunAsync(office.Municipality, "別の名", CancellationToken.None);

        Assert.Equal(new AddMunicipality.AlreadyThere("見本市"), outcome);
    }
}
