using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Reservations.Closures;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations;

/// <summary>The truthful earliest day: one day and one reason, the same on the internet and at the desk. Today is Tuesday 2026-11-24.</summary>
public sealed class EarliestDayTests
{
    private static readonly DateOnly TransferDay = new(2026, 12, 1);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_in_another_office_gives_web_and_desk_the_same_day_for_the_same_reason(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (near, far, card) = await CardElsewhereAsync(office, transferDays: 5);

        foreach (var channel in new[] { Channel.Web, Channel.Phone })
        {
            var maps = await MapsAsync(office, channel, card);
            Assert.Equal(new DayLimit(TransferDay, DayReason.Transfer, 5), maps[far.Id].Earliest);
            Assert.Equal("カードの移送に5開庁日かかるため、この窓口では12月1日(火)からです。", maps[far.Id].Earliest.Sentence);
            Assert.Equal(DayReason.ChannelLead, maps[near.Id].Earliest.Reason);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_in_the_day_tray_of_another_office_must_be_brought_over_too(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (near, far, card) = await CardElsewhereAsync(office, transferDays: 5);
        await ChangeCardAsync(office, card, row => (row.PlaceKind, row.LocationId, row.TrayCounterId) = (PlaceKind.Tray, null, near.Id));

        Assert.Equal(DayReason.Transfer, (await MapsAsync(office, Channel.Web, card))[far.Id].Earliest.Reason);
        Assert.Equal(DayReason.ChannelLead, (await MapsAsync(office, Channel.Web, card))[near.Id].Earliest.Reason);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Closed_counter_moves_the_day_and_names_what_closes_it(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await office.Staff<SaveClosure>().RunAsync(new(counter.Id, TestCounters.FirstWebDay, "システム点検"), office.ByStaff(), CancellationToken.None);

        var earliest = (await MapsAsync(office, Channel.Web, card))[counter.Id].Earliest;

        // The Friday is closed, then comes the weekend.
        Assert.Equal((new DateOnly(2026, 11, 30), DayReason.CounterClosed, "システム点検"), (earliest.On, earliest.Reason, earliest.Closed));
        Assert.Equal("11月27日(金)は窓口が休み(システム点検)のため、この窓口では11月30日(月)からです。", earliest.Sentence);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Deadline_of_the_card_is_the_reason_of_the_last_day(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await ChangeCardAsync(office, card, row => row.LastDayOn = new DateOnly(2026, 12, 10));

        var map = (await MapsAsync(office, Channel.Phone, card))[counter.Id];

        Assert.Equal(new DayLimit(new DateOnly(2026, 12, 10), DayReason.Deadline), map.Latest);
        Assert.Equal(DayReason.Horizon, (await MapsAsync(office, Channel.Phone))[counter.Id].Latest.Reason);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Transfer_counts_business_days_of_the_office_calendar(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (_, far, card) = await CardElsewhereAsync(office, transferDays: 5);
        await office.Staff<SaveClosure>().RunAsync(new(null, new DateOnly(2026, 11, 26), "臨時休庁"), office.ByStaff(), CancellationToken.None);

        Assert.Equal(TransferDay.AddDays(1), (await MapsAsync(office, Channel.Web, card))[far.Id].EarliestOn);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Resident_and_desk_read_the_reason(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (_, far, card) = await CardElsewhereAsync(office, transferDays: 5);
        const string Reason = "カードの移送に5開庁日かかるため、この窓口では12月1日(火)からです。";

        var site = await office.ResidentSiteAsync();
        var places = await site.AnswerAsync(await site.SignInAsync(office, card));
        Assert.Contains(Reason, places.Text, StringComparison.Ordinal);
        Assert.Contains(Reason, (await site.GetAsync(office.At($"reserve/days/{far.Id}"))).Text, StringComparison.Ordinal);

        var desk = await (await office.StaffSiteAsync(StaffRoles.Phone)).GetAsync($"/desk/{card.Id}");
        Assert.Contains($"{far.Name}: {Reason}", desk.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Engine.Sqlite, Suspension.AskAtCounter)]
    [InlineData(Engine.Sqlite, Suspension.MovedOut)]
    [InlineData(Engine.Postgres, Suspension.AskAtCounter)]
    public async Task Suspended_card_reads_the_same_for_every_reason_with_a_way_on(Engine engine, Suspension reason)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await office.Staff<SuspendCard>().RunAsync(new(card.Id, reason), office.ByStaff(), CancellationToken.None);
        await SetWaysAsync(office);

        var page = await (await office.ResidentSiteAsync()).SignInAsync(office, card);

        Assert.Contains("このカードは、いまお渡しの手続きを止めています。", page.Text, StringComparison.Ordinal);
        AssertWays(page);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Missing_card_has_a_message_of_its_own_with_a_way_on(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await ChangeCardAsync(office, card, row => row.PlaceKind = PlaceKind.Missing);
        await SetWaysAsync(office);

        var page = await (await office.ResidentSiteAsync()).SignInAsync(office, card);

        Assert.Contains("いま保管の状況を確かめています", page.Text, StringComparison.Ordinal);
        AssertWays(page);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Deadline_passed_has_a_message_of_its_own_with_a_way_on(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await ChangeCardAsync(office, card, row => row.LastDayOn = office.Today);
        await SetWaysAsync(office);

        var page = await (await office.ResidentSiteAsync()).SignInAsync(office, card);

        Assert.Contains("このカードは受け取りの期限を過ぎているため", page.Text, StringComparison.Ordinal);
        AssertWays(page);
    }

    internal static async Task<(Counter Near, Counter Far, NotifiedCard Card)> CardElsewhereAsync(TestOffice office, int transferDays)
    {
        var near = await office.AddCounterAsync("H1");
        var far = await office.AddCounterAsync("B1", building: "B");
        var box = (await office.AddBoxesAsync())[0];
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await office.StoreAsync(box, card.Card);
        await ChangeSettingsAsync(office, settings => settings.TransferBusinessDays = transferDays);
        return (near, far, card);
    }

    internal static Task ChangeSettingsAsync(TestOffice office, Action<MunicipalitySettings> change) =>
        office.Staff<Database>().WriteAsync(office.ByStaff(), OperationKind.ChangeSettings, async work =>
        {
            change(await work.Context.Settings.SingleAsync());
            work.Record("Changed");
            return true;
        });

    internal static Task ChangeCardAsync(TestOffice office, NotifiedCard card, Action<Card> change) =>
        office.Staff<Database>().UnrecordedAsync(office.Municipality, async context =>
        {
            change(await context.Cards.SingleAsync(row => row.Id == card.Id));
            return await context.SaveChangesAsync();
        });

    private static Task SetWaysAsync(TestOffice office) => ChangeSettingsAsync(office, settings =>
        (settings.Telephone, settings.TelephoneHours, settings.Fax) = ("00-0000-0000", "平日 9時から17時", "00-0000-0001"));

    private static void AssertWays(TestPage page)
    {
        foreach (var way in new[] { "00-0000-0000", "平日 9時から17時", "00-0000-0001", "電話リレーサービス" })
            Assert.Contains(way, page.Text, StringComparison.Ordinal);
    }

    private static async Task<Dictionary<Guid, SeatMap>> MapsAsync(TestOffice office, Channel channel, params NotifiedCard[] cards) =>
        (await office.Resident<FindSeats>().RunAsync(
            office.Municipality, new(null, null, null, 15, channel, [.. cards.Select(card => card.Id)]), CancellationToken.None)).ToDictionary(map => map.Counter.Id);
}
