using Microsoft.EntityFrameworkCore;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Xunit;

namespace Tewatashi.Tests.Counters;

/// <summary>Pages that change the calendar show whom it costs the place before anything is saved.</summary>
public sealed class EffectPagesTests
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Closure_page_shows_the_effect_without_a_name_and_saves_on_the_second_button(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var booked = (BookForCaller.Booked)await office.BookForCallerAsync(card.Id, counter, Day, Ten);
        var site = await office.StaffSiteAsync(StaffRoles.Admin);

        var page = await site.SubmitAsync(await site.GetAsync("/closures"), Closing("27"), "Add");

        Assert.Contains("まだ保存していません。1件の予約が入りきらなくなります。", page.Text, StringComparison.Ordinal);
        Assert.Contains(booked.Number.Display, page.Text, StringComparison.Ordinal);
        Assert.Contains(card.Card.SerialNumber.LastFour, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestCards.NamesOf(1).KanaName!.Value, page.Html, StringComparison.Ordinal); // the test's cards have names
        Assert.Equal(0, await office.SeeAsync(context => context.Closures.CountAsync()));
        var saved = await site.SubmitAsync(page, [], "Add", "この内容で保存し、1件を要日時変更にする");
        Assert.Contains("1件の予約を要日時変更にしました。", saved.Text, StringComparison.Ordinal);
        Assert.Equal([ReservationState.NeedsRebooking], await office.StatesAsync(booked.VisitId));
    }

    [Fact]
    public async Task Effect_shown_for_one_day_does_not_apply_to_another_typed_afterwards()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        await office.BookForCallerAsync(cards[0].Id, counter, Day, Ten);
        await office.BookForCallerAsync(cards[1].Id, counter, new DateOnly(2026, 11, 26), Ten);
        var site = await office.StaffSiteAsync(StaffRoles.Admin);

        var page = await site.SubmitAsync(await site.GetAsync("/closures"), Closing("27"), "Add");
        page = await site.SubmitAsync(page, Closing("26"), "Add", "この内容で保存し、1件を要日時変更にする");

        Assert.Contains("まだ保存していません。", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await office.SeeAsync(context => context.Closures.CountAsync()));
    }

    [Fact]
    public async Task Saturday_is_opened_on_the_counters_page_of_single_days()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var counter = await office.AddCounterAsync();
        var site = await office.StaffSiteAsync(StaffRoles.Admin);

        var page = await site.SubmitAsync(await site.GetAsync($"/counters/{counter.Id}/days"), new()
        {
            ["Day.Year"] = "2026",
            ["Day.Month"] = "12",
            ["Day.Day"] = "12",
            ["Mode"] = "adds",
            ["Rows[0].Opens"] = "９：００",
            ["Rows[0].Closes"] = "12:00",
            ["Rows[0].Booths"] = "２",
        }, "Save");

        Assert.Contains("09:00–12:00 窓口2", page.Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page, [], "Remove");
        Assert.DoesNotContain("09:00–12:00", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Booths_are_reduced_on_the_counters_day_page_and_restored()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var counter = await office.AddCounterAsync();
        var site = await office.StaffSiteAsync(StaffRoles.Counter);

        var page = await site.SubmitAsync(await site.GetAsync($"/counters/{counter.Id}/today"), new() { ["Booths"] = "1", ["Until"] = "12:00" }, "Reduce");

        Assert.Contains("窓口を減らしました。", page.Text, StringComparison.Ordinal);
        Assert.Contains("09:15–12:00", page.Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page, [], "Restore");
        Assert.DoesNotContain("09:15–12:00", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limit_of_an_office_and_national_days_are_entered_on_their_pages()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var counter = await office.AddCounterAsync();
        var site = await office.StaffSiteAsync(StaffRoles.Admin);

        var offices = await site.SubmitAsync(await site.GetAsync("/offices"), new() { ["BuildingId"] = counter.BuildingId.ToString(), ["Visits"] = "３" }, button: "保存する");
        Assert.Contains("3組まで", offices.Text, StringComparison.Ordinal);
        var closures = await site.SubmitAsync(await site.GetAsync("/closures/national"), new() { ["Days"] = "2026-12-20" }, button: "保守日を追加する");
        Assert.Contains("全国システムの保守日", closures.Text, StringComparison.Ordinal);
        Assert.Equal(1, await office.SeeAsync(context => context.Closures.CountAsync()));
    }

    private static Dictionary<string, string> Closing(string day) => new() { ["Day.Year"] = "2026", ["Day.Month"] = "11", ["Day.Day"] = day, ["Reason"] = "台風のため" };
}
