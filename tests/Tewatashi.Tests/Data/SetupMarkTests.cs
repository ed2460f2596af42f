using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Testing;
using Xunit;

namespace Tewatashi.Tests.Data;

/// <summary>What is kept in memory of a municipality's set-up counts exactly as long as it stands so in the database.</summary>
public sealed class SetupMarkTests
{
    private static readonly (string Table, Func<TewatashiContext, Task<int>> Change)[] Changes =
    [
        ("municipality_settings", context => context.Settings.ExecuteUpdateAsync(set => set.SetProperty(row => row.HoldMinutes, 11))),
        ("counter", context => context.Counters.ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, "改めた窓口"))),
        ("location", context => context.Locations.Where(row => row.ParentId == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1))),
        ("paper_rule", context => context.PaperRules.ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1))),
        ("municipality_text", context => Added(context, new MunicipalityText
        {
            Municipality = context.Municipality!, Key = TextKey.Access, Revision = 2, Body = "二番の窓口です。", ChangedAt = DateTimeOffset.UnixEpoch,
        })),
        ("planned_rule", context => Added(context, new PlannedRule { Municipality = context.Municipality!, EffectiveOn = new DateOnly(2030, 1, 1), Field = nameof(Rules.HoldMinutes), Value = "5" })),
        ("planned_rule", context => context.PlannedRules.ExecuteDeleteAsync()),
        ("closure", context => Added(context, new Closure { Municipality = context.Municipality!, Id = Ids.New(), Day = new DateOnly(2030, 1, 7), Reason = "電気工事" })),
        ("closure", context => context.Closures.ExecuteDeleteAsync()),
    ];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_change_of_the_set_up_gives_another_mark(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var marks = new List<byte[]> { await MarkAsync(office) };
        foreach (var (table, change) in Changes)
        {
            Assert.True(await office.Staff<Database>().UnrecordedAsync(office.Municipality, change) > 0, table);
            marks.Add(await MarkAsync(office));
        }

        Assert.All(marks.Zip(marks.Skip(1), Changes.Select(change => change.Table)), pair => Assert.False(pair.First.AsSpan().SequenceEqual(pair.Second), $"{pair.Third} leaves the mark as it was"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rule_changed_by_one_program_counts_at_once_in_another(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var before = await office.Resident<ReadBookingRules>().RunAsync(office.Municipality, CancellationToken.None);

        await office.Staff<Database>().UnrecordedAsync(office.Municipality, context => context.Settings.ExecuteUpdateAsync(set => set.SetProperty(row => row.HorizonDays, 31)));

        var after = await office.Resident<ReadBookingRules>().RunAsync(office.Municipality, CancellationToken.None);
        Assert.Equal((60, 31), (before.Settings.HorizonDays, after.Settings.HorizonDays));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Change_that_was_rolled_back_is_kept_by_nobody(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var within = await office.Staff<Database>().WriteAsync(office.ByStaff(), OperationKind.ChangeSettings, async work =>
        {
            (await work.Context.Settings.SingleAsync()).HorizonDays = 7;
            await work.Context.SaveChangesAsync();
            return work.Refuse((await BookingRules.LoadAsync(work.Context, work.Now, CancellationToken.None)).Settings.HorizonDays);
        });
        await office.Staff<Database>().UnrecordedAsync(office.Municipality, context => context.Settings.ExecuteUpdateAsync(set => set.SetProperty(row => row.HoldMinutes, 12)));

        var after = await office.Resident<ReadBookingRules>().RunAsync(office.Municipality, CancellationToken.None);

        Assert.Equal((7, 60, 12), (within, after.Settings.HorizonDays, after.Settings.HoldMinutes));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Planned_rule_counts_from_its_day_though_nothing_changes_then(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.Staff<Database>().UnrecordedAsync(office.Municipality, context =>
            Added(context, new PlannedRule { Municipality = office.Municipality, EffectiveOn = office.Today.AddDays(1), Field = nameof(Rules.HorizonDays), Value = "20" }));

        var today = await office.Resident<ReadBookingRules>().RunAsync(office.Municipality, CancellationToken.None);
        office.Clock.Advance(TimeSpan.FromDays(1));
        var tomorrow = await office.Resident<ReadBookingRules>().RunAsync(office.Municipality, CancellationToken.None);

        Assert.Equal((60, 20), (today.Settings.HorizonDays, tomorrow.Settings.HorizonDays));
    }

    private static Task<byte[]> MarkAsync(TestOffice office) => office.SeeAsync(context => context.SetupMarks.Select(row => row.Value).SingleAsync());

    private static Task<int> Added(TewatashiContext context, object row)
    {
        context.Add(row);
        return context.SaveChangesAsync();
    }
}
