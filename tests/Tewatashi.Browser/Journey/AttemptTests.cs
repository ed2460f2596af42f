using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.HandOver;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Browser.Journey;

/// <summary>What must never succeed, tried in a browser with what a scanner types: keys into whatever has the focus, and Enter.</summary>
public sealed class AttemptTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Label_scanned_twice_in_a_row_moves_the_card_once(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        day.At(9, 50);
        await office.Staff<ConfirmUnmoved>().RunAsync(new(day.Day, [day.Cards[0].Id]), office.ByStaff(), CancellationToken.None);
        var clerk = await SignedInAsync(office, StaffRoles.Custody);
        await clerk.GoAsync($"/pick?counter={day.Counter.Id}");

        await WedgeAsync(clerk, day.Cards[0].Card, "トレイへ");
        await WedgeAsync(clerk, day.Cards[0].Card, "もう抜き出してあります");
        await WedgeAsync(clerk, day.Cards[1].Card, "異動なし確認がまだです");

        Assert.Equal(1, await office.SeeAsync(context => context.Movements.CountAsync(row => row.ToKind == PlaceKind.Tray)));
        Assert.Equal(PlaceKind.Storage, (await day.CardAsync(1)).PlaceKind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Wrong_card_and_wrong_person_are_refused_at_the_gate(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine, cards: 2)).EveryoneHereAsync();
        await using var office = day.Office;
        var clerk = await SignedInAsync(office, StaffRoles.Counter);
        await clerk.GoAsync($"/hand-over/{(await day.ReservationAsync()).Id}");

        await WedgeAsync(clerk, day.Cards[1].Card, "違うカードです");
        Assert.Equal(0, await clerk.Page.Locator("[name=OnCard]").CountAsync());
        await WedgeAsync(clerk, day.Cards[0].Card, "正しいカードです");
        await FillAsync(clerk, day, "1231");
        await clerk.Page.Keyboard.PressAsync("Enter");
        await clerk.SeeAsync("誕生日が一致しません");

        Assert.Equal((PlaceKind.Tray, ReservationState.CheckedIn), ((await day.CardAsync()).PlaceKind, (await day.ReservationAsync()).State));
        Assert.Equal(["WrongCard", "WrongPerson"], await day.RecordedAsync(OperationKind.HandOverCard));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_clerks_with_one_card_hand_it_over_once(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var clerks = new[] { await SignedInAsync(office, StaffRoles.Counter), await SignedInAsync(office, StaffRoles.Counter) };
        foreach (var clerk in clerks)
        {
            await clerk.GoAsync($"/hand-over/{(await day.ReservationAsync()).Id}");
            await WedgeAsync(clerk, day.Cards[0].Card, "正しいカードです");
            await FillAsync(clerk, day, day.BirthdayOf().MonthDay.Replace("-", "", StringComparison.Ordinal));
        }

        await Task.WhenAll(clerks.Select(clerk => clerk.Page.Keyboard.PressAsync("Enter")));
        foreach (var clerk in clerks) await Assertions.Expect(clerk.Page.Locator("main")).ToContainTextAsync(new System.Text.RegularExpressions.Regex("交付しました|交付済です"), new() { Timeout = 30_000 });

        var said = await Task.WhenAll(clerks.Select(clerk => clerk.Page.Locator("main").InnerTextAsync()));
        Assert.Single(said, text => text.Contains("交付しました", StringComparison.Ordinal));
        Assert.Single(said, text => text.Contains("二重に交付することはできません", StringComparison.Ordinal));
        Assert.Equal(1, await office.SeeAsync(context => context.HandOvers.CountAsync()));
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
    }

    private async Task<Walk> SignedInAsync(TestOffice office, StaffRoles roles)
    {
        var site = await office.StaffSiteAsync(roles);
        var page = await chromium.NewPersonAsync(site.Address);
        var session = site.Cookies.GetCookies(site.Address).Single();
        await page.Context.AddCookiesAsync([new() { Name = session.Name, Value = session.Value, Url = site.Address.ToString() }]);
        return new Walk(page, axe: false);
    }

    /// <summary>As a keyboard-wedge scanner: knows no field, types what it reads and presses Enter.</summary>
    private static async Task WedgeAsync(Walk clerk, Card card, string answer)
    {
        await Assertions.Expect(clerk.Page.Locator("[data-tw-scan]")).ToBeFocusedAsync(new() { Timeout = 30_000 });
        await clerk.Page.Keyboard.TypeAsync($"TW:C:{card.SerialNumber.Value}");
        await clerk.Page.Keyboard.PressAsync("Enter");
        await clerk.SeeAsync(answer);
    }

    /// <summary>By keyboard from the first birthday to the 綴り番号, which has the focus then.</summary>
    private static async Task FillAsync(Walk clerk, TestDay day, string birthday)
    {
        var keyboard = clerk.Page.Keyboard;
        await clerk.TabToAsync("[name=OnCard]");
        await keyboard.TypeAsync(birthday);
        await clerk.TabToAsync("[name=OnPaper]");
        await keyboard.TypeAsync(birthday);
        foreach (var code in Checklist.Standard.For(RecipientKind.Applicant, amendmentNeeded: false).Where(question => question.Required).Select(question => question.Code).Append(Checklist.NoticeAnswered))
            await clerk.Page.Locator($"input[type=checkbox][name='Ticks[{code}]']").CheckAsync();
        await clerk.Page.Locator($"[name='Counts[{Checklist.PapersA}]']").FillAsync("1");
        await clerk.Page.Locator("[name=FileNumber]").FillAsync("8-1");
        await clerk.Page.Locator("[name=FileNumber]").FocusAsync();
    }
}
