using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Closures;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Tewatashi.Time;
using Xunit;

namespace Tewatashi.Tests.Reservations.Closures;

/// <summary>Rules that take effect from a date, and kept seats that are released at a set time: decided by the clock alone.</summary>
public sealed class DatedRulesTests
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Kept_seats_are_released_to_the_internet_at_the_set_time_and_find_seats_says_the_same(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 5); // one of five is kept
        var cards = await office.AddNotifiedCardsAsync(7);
        await ChangeAsync(office, rules => rules with { WebLeadBusinessDays = 0, KeptReleaseBusinessDays = 1, KeptReleaseTime = new TimeOnly(15, 0) });
        foreach (var card in cards.Take(4)) await office.BookAsync(card, counter, Day, Ten);

        office.Clock.SetUtcNow(JapanTime.InstantOf(new DateOnly(2026, 11, 26), new TimeOnly(14, 59)));
        Assert.Equal(0, await FreeAsync());
        Assert.Equal(new HoldSeat.Refused(new SeatRefusal.Full()), await office.HoldAsync(cards[4], await office.SignInAsync(cards[4]), counter, Day, Ten));
        office.Clock.SetUtcNow(JapanTime.InstantOf(new DateOnly(2026, 11, 26), new TimeOnly(15, 0)));

        Assert.Equal(1, await FreeAsync());
        await office.BookAsync(cards[4], counter, Day, Ten);
        Assert.Equal(0, await FreeAsync());
        Assert.Equal(new HoldSeat.Refused(new SeatRefusal.Full()), await office.HoldAsync(cards[5], await office.SignInAsync(cards[5]), counter, Day, Ten));
        Assert.Empty(await office.ViolationsAsync());

        async Task<int> FreeAsync() => (await office.Resident<FindSeats>().RunAsync(office.Municipality, new(counter.Id, Day, Day, 15, Channel.Web, []), CancellationToken.None))[0]
            .Days[0].Times.FirstOrDefault(time => time.StartsAt == Ten)?.Free ?? 0;
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Kept_seats_that_are_never_released_stay_with_the_telephone(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 5);
        var cards = await office.AddNotifiedCardsAsync(5);
        await ChangeAsync(office, rules => rules with { WebLeadBusinessDays = 0 });
        foreach (var card in cards.Take(4)) await office.BookAsync(card, counter, Day, Ten);
        office.Clock.SetUtcNow(JapanTime.InstantOf(Day, new TimeOnly(8, 0)));

        Assert.Equal(new HoldSeat.Refused(new SeatRefusal.Full()), await office.HoldAsync(cards[4], await office.SignInAsync(cards[4]), counter, Day, Ten));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rule_saved_for_a_later_date_counts_from_that_day_on_without_any_job(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var planned = await ChangeAsync(office, rules => rules with { MinutesPerPerson = 30, WebLeadBusinessDays = 5, KeptReleaseBusinessDays = 2 }, new DateOnly(2026, 12, 1));

        Assert.Equal(new ChangeSettings.Planned(new DateOnly(2026, 12, 1), SeatsChange: false), planned);
        Assert.Equal((15, 3, null), await RulesAsync());
        Assert.Equal(3, (await office.Staff<ChangeSettings>().PlannedAsync(office.Municipality, CancellationToken.None)).Count);
        office.Clock.SetUtcNow(JapanTime.InstantOf(new DateOnly(2026, 11, 30), new TimeOnly(23, 59)));
        Assert.Equal((15, 3, null), await RulesAsync());
        office.Clock.SetUtcNow(JapanTime.InstantOf(new DateOnly(2026, 12, 1), TimeOnly.MinValue));
        Assert.Equal((30, 5, 2), await RulesAsync());

        // What is changed at once afterwards stays changed: the plan that began does not come back over it.
        await ChangeAsync(office, rules => rules with { MinutesPerPerson = 20 });
        Assert.Equal((20, 5, 2), await RulesAsync());
        Assert.Equal(0, await office.SeeAsync(context => context.PlannedRules.CountAsync()));

        async Task<(int, int, int?)> RulesAsync()
        {
            var settings = (await office.Resident<ReadBookingRules>().RunAsync(office.Municipality, CancellationToken.None)).Settings;
            return (settings.MinutesPerPerson, settings.WebLeadBusinessDays, settings.KeptReleaseBusinessDays);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Planned_quota_counts_for_the_visits_of_that_day_on_also_where_cells_were_made(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 5);
        var cards = await office.AddNotifiedCardsAsync(2);
        var from = new DateOnly(2026, 12, 1);
        await office.BookForCallerAsync(cards[0].Id, counter, Day, Ten);
        await office.BookForCallerAsync(cards[1].Id, counter, from, Ten);

        var planned = Assert.IsType<ChangeSettings.Planned>(await ChangeAsync(office, rules => rules with { KeptPercent = 60 }, from));
        Assert.True(planned.SeatsChange);
        await office.Staff<FitSeats>().RunAsync(office.ByStaff(), CancellationToken.None);

        Assert.Equal((1, 3), (await KeptAsync(Day), await KeptAsync(from)));
        await office.Staff<RemovePlannedRules>().RunAsync(from, office.ByStaff(), CancellationToken.None);
        await office.Staff<FitSeats>().RunAsync(office.ByStaff(), CancellationToken.None);
        Assert.Equal((1, 1), (await KeptAsync(Day), await KeptAsync(from)));
        Assert.Empty(await office.ViolationsAsync());

        Task<int> KeptAsync(DateOnly day) => office.SeeAsync(context => context.Cells.Where(cell => cell.OwnerId == counter.Id && cell.Day == day).Select(cell => cell.Kept).Distinct().SingleAsync());
    }

    [Fact]
    public async Task Rule_that_cannot_be_planned_is_refused_at_its_field()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);

        var refused = Assert.IsType<ChangeSettings.Refused>(await ChangeAsync(office, rules => rules with { Telephone = "000-000-0000" }, office.Today.AddDays(7)));

        Assert.Equal(nameof(Rules.Telephone), Assert.Single(refused.Problems).Field);
    }

    [Fact]
    public async Task Rules_page_saves_for_a_later_day_shows_the_plan_and_takes_it_back()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var site = await office.StaffSiteAsync(StaffRoles.Admin);

        var page = await site.SubmitAsync(await site.GetAsync("/settings"), new()
        {
            ["Form.KeptPercent"] = "４０",
            ["EffectiveOn.Year"] = "2026",
            ["EffectiveOn.Month"] = "12",
            ["EffectiveOn.Day"] = "1",
        }, button: "保存する");
        Assert.Contains("まだ保存していません。令和8年12月1日(火)から、1個のルールが変わります。", page.Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page, button: "この内容で保存する");

        Assert.Contains("変更の予定を保存しました。", page.Text, StringComparison.Ordinal);
        Assert.Contains("電話・予約なしの方に残す枠(%) → 40", page.Text, StringComparison.Ordinal);
        Assert.Equal(20, await office.SeeAsync(context => context.Settings.Select(row => row.KeptPercent).SingleAsync()));
        page = await site.SubmitAsync(page, [], "Unplan");
        Assert.DoesNotContain("予定している変更", page.Text, StringComparison.Ordinal);
    }

    private static async Task<ChangeSettings.Outcome> ChangeAsync(TestOffice office, Func<Rules, Rules> change, DateOnly? effectiveOn = null)
    {
        var use = office.Staff<ChangeSettings>();
        var now = await use.CurrentAsync(office.Municipality, CancellationToken.None);
        return await use.RunAsync(new(now.Version, change(Rules.Of(now)), effectiveOn), office.ByStaff(), CancellationToken.None);
    }
}
