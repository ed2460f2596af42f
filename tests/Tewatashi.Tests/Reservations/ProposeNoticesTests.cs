using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Tewatashi.Tests.Resident;

namespace Tewatashi.Tests.Reservations;

/// <summary>How many can be notified so that they find a place: free places less what those notified before will take.</summary>
public sealed class ProposeNoticesTests
{
    private static readonly Tewatashi.Counters.WeeklyStretch FridayHour = new(DayOfWeek.Friday, new TimeOnly(9, 0), new TimeOnly(10, 0), 1);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Room_is_the_free_places_of_the_period_less_the_expected_share_of_those_notified_before(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await RulesAsync(office, rules => rules with { KeptPercent = 0, HorizonDays = 14 });
        // Fridays 27 November and 4 December lie in the period: one hour, one booth, a quarter of an hour each.
        var counter = await office.AddCounterAsync(week: [FridayHour]);
        var told = await office.AddNotifiedCardsAsync(4);
        await office.BookAsync(told[0], counter, TestCounters.FirstWebDay, new TimeOnly(9, 15));
        await office.AddCardsAsync(10);

        var view = await ProposeAsync(office);

        Assert.Equal((TestCounters.FirstWebDay, office.Today.AddDays(14)), (view.From, view.To));
        Assert.Equal((7, 3, 70, 3, 4), (view.Free, view.Unbooked, view.Percent, view.Expected, view.Room));
        Assert.Equal((4, 2), (view.Of(10), view.Of(2)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Longer_visits_kept_places_and_the_offices_limit_leave_less_room(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await RulesAsync(office, rules => rules with { KeptPercent = 0, HorizonDays = 7, MinutesPerPerson = 25 });
        await office.AddCounterAsync("H1", week: [FridayHour]);
        await office.AddCounterAsync("H2", week: [FridayHour]);
        await office.AddCardsAsync(1);
        Assert.Equal(4, (await ProposeAsync(office)).Free);

        var building = await office.SeeAsync(context => context.Locations.Where(row => row.Path == "H").Select(row => row.Id).SingleAsync());
        await office.Staff<Tewatashi.Reservations.Closures.SaveOfficeLimit>().RunAsync(new(building, office.Today, 1), office.ByStaff(), CancellationToken.None);
        Assert.Equal(2, (await ProposeAsync(office)).Free);

        await RulesAsync(office, rules => rules with { KeptPercent = 100 });
        Assert.Equal((0, 0), (await ProposeAsync(office)) is var none ? (none.Free, none.Of(1)) : default);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Only_the_counters_of_the_waiting_cards_count_unless_one_is_for_any(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await RulesAsync(office, rules => rules with { KeptPercent = 0, HorizonDays = 7 });
        await office.AddCounterAsync("H1", week: [FridayHour]);
        await office.AddCounterAsync("H2", week: [FridayHour]);
        await office.AddCardsAsync(3, counter: CounterCode.Parse("H2"));

        var own = await ProposeAsync(office);
        await office.AddCardsAsync(1);
        var any = await ProposeAsync(office);

        Assert.Equal([("窓口H2", 3, 4)], own.Counters.Select(row => (row.Name, row.Waiting, row.Free)));
        Assert.Equal([("窓口H1", 0, 4), ("窓口H2", 3, 4)], any.Counters.Select(row => (row.Name, row.Waiting, row.Free)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Page_shows_the_arithmetic_and_the_number_can_be_overridden(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await RulesAsync(office, rules => rules with { KeptPercent = 0, HorizonDays = 7 });
        await office.AddCounterAsync(week: [FridayHour]);
        await office.AddCardsAsync(6);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var page = await site.GetAsync("/notices/new");
        Assert.Contains("枠が足りません。4枚までにすると", page.Text, StringComparison.Ordinal);
        Assert.Contains("空いている枠(1人分ずつ) | 4", page.Rows);
        Assert.Contains("提案する枚数 | 4", page.Rows);
        Assert.Equal("4", page.Document.QuerySelector("[name=AtMost]")?.GetAttribute("value"));
        var batch = await site.SubmitAsync(page, new() { ["AtMost"] = "6" });

        Assert.Contains("束を作りました", batch.Text, StringComparison.Ordinal);
        Assert.Equal(6, await office.SeeAsync(context => context.NoticeBatchCards.CountAsync()));
        Assert.Equal("Label 6 proposed 4", await office.SeeAsync(context => context.Audit.Where(row => row.Operation == OperationKind.CreateNoticeBatch).Select(row => row.Detail).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task No_place_left_proposes_nobody_and_asks_how_many_all_the_same(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(2);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var page = await site.GetAsync("/notices/new");

        Assert.Contains("枠が足りません。0枚までにすると", page.Text, StringComparison.Ordinal);
        Assert.Contains("枚数は1から5000の数字で入力してください", (await site.SubmitAsync(page)).Text, StringComparison.Ordinal);
        Assert.Contains("束を作りました", (await site.SubmitAsync(page, new() { ["AtMost"] = "2" })).Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Proposal_asks_the_database_as_often_for_many_cards_as_for_few(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync(booths: 10);
        await office.AddCardsAsync(2);
        // The set-up is read once and kept.
        await ProposeAsync(office);
        var few = await JourneysAsync(office);
        await office.AddCardsAsync(300);

        var many = await JourneysAsync(office);

        Assert.True(few > 0);
        Assert.Equal(few, many);
    }

    private static async Task<int> JourneysAsync(TestOffice office)
    {
        using var journeys = new Journeys(office.Municipality);
        await ProposeAsync(office);
        return journeys.Sent.Count;
    }

    private static Task<ProposeNotices.View> ProposeAsync(TestOffice office) =>
        office.Staff<ProposeNotices>().RunAsync(office.Municipality, first: true, CancellationToken.None);

    private static async Task RulesAsync(TestOffice office, Func<Rules, Rules> change)
    {
        var now = await office.Staff<ChangeSettings>().CurrentAsync(office.Municipality, CancellationToken.None);
        Assert.IsType<ChangeSettings.Changed>(await office.Staff<ChangeSettings>().RunAsync(new(now.Version, change(Rules.Of(now))), office.ByStaff(), CancellationToken.None));
        await office.Staff<Tewatashi.Reservations.Closures.FitSeats>().RunAsync(office.ByStaff(), CancellationToken.None);
    }
}
