using Tewatashi.Data;
using Tewatashi.Testing;

namespace Tewatashi.Tests;

/// <summary>The examination of the whole database: silent where all is well, and each rule speaks when it is broken.</summary>
public sealed class CheckTests
{
    public static TheoryData<Engine, string> Plants
    {
        get
        {
            var data = new TheoryData<Engine, string>();
            foreach (var name in PlantedViolations.Open.Keys.Concat(PlantedViolations.Guarded.Keys))
            {
                data.Add(Engine.Sqlite, name);
                data.Add(Engine.Postgres, name);
            }

            return data;
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Check_of_an_office_at_work_finds_nothing(Engine engine)
    {
        await using var office = await AtWorkAsync(engine);

        var result = await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None);

        Assert.Empty(result.Violations);
        Assert.Equal(Check.Invariants.Count, result.Invariants);
    }

    [Fact]
    public void Every_rule_has_rows_that_break_it()
    {
        // Where a rule needs an office of its own kind, its own tests plant it.
        var planted = PlantedViolations.Open.Keys.Concat(PlantedViolations.Guarded.Keys).Concat(Reservations.Waiting.WaitingListTests.Bent.Keys).Concat(Counting.StockCountTests.Bent.Keys).Concat(HandOver.Post.MailRouteTests.Bent.Keys)
            .Concat(Missing.MissingCardTests.Bent.Keys).Concat(Disposal.DisposalTests.Bent.Keys).Concat(Parcels.ParcelTests.Bent.Keys)
            .Concat(HandOver.Closings.ClosingTests.Bent.Keys).Concat(TakeOuts.TakeOutTests.Bent.Keys);

        Assert.Equal(Check.Invariants.Select(rule => rule.Name).Order(StringComparer.Ordinal), planted.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Plants))]
    public async Task Check_after_a_rule_was_broken_names_it(Engine engine, string rule)
    {
        var guarded = PlantedViolations.Guarded.TryGetValue(rule, out var bend);
        await using var office = guarded ? await AtWorkAsync(await TestOffice.OpenOnAsync(await UnguardedDatabase.InstallationAsync(engine))) : await AtWorkAsync(engine);

        Assert.NotEqual(0, await office.Staff<Database>().UnrecordedAsync(office.Municipality, bend ?? PlantedViolations.Open[rule]));

        var result = await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None);
        Assert.Contains(rule, result.Violations.Select(violation => violation.Invariant));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Check_of_one_municipality_does_not_name_another(Engine engine)
    {
        await using var office = await AtWorkAsync(engine);
        await using var other = await AtWorkAsync(engine);
        await other.Staff<Database>().UnrecordedAsync(other.Municipality, PlantedViolations.Open["カードの進捗と場所は矛盾しない"]);

        var check = new Check(office.Provider);

        Assert.Empty((await check.RunAsync(office.Municipality, CancellationToken.None)).Violations);
        Assert.Contains((await check.RunAsync(null, CancellationToken.None)).Violations, violation => violation.Municipality == other.Municipality);
    }

    /// <summary>Two cards on the shelf, two with notices, one of them booked.</summary>
    private static async Task<TestOffice> AtWorkAsync(Engine engine) => await AtWorkAsync(await TestOffice.OpenAsync(engine));

    private static async Task<TestOffice> AtWorkAsync(TestOffice office)
    {
        var boxes = await office.AddBoxesAsync();
        foreach (var card in await office.AddCardsAsync(2)) await office.StoreAsync(boxes[0], card);
        var counter = await office.AddCounterAsync();
        var notified = await office.AddNotifiedCardsAsync(2);
        await office.BookAsync(notified[0], counter, TestCounters.FirstWebDay, new TimeOnly(10, 0));
        return office;
    }
}
