using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Testing;

namespace Tewatashi.Browser.Resident;

/// <summary>The resident face in a real browser: every page and state on the way looked at.</summary>
public sealed class ResidentJourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Pages_for_everyone_are_sound_at_every_width()
    {
        await using var office = await OpenAsync();
        await using var context = await NewContextAsync(await office.ResidentSiteAsync());
        var page = await context.NewPageAsync();
        foreach (var path in new[] { "", "news", "faq", "cannot-come", "purpose", "months", "sign-in", "sign-in?ended=true", "nowhere", "verify-mail?token=x" })
        {
            await page.GotoAsync(office.At(path));
            await page.LookAsync("open-" + (path.Length == 0 ? "home" : path.Split('?')[0] + (path.Contains("ended", StringComparison.Ordinal) ? "-ended" : "")));
        }

        await page.GotoAsync(office.At("sign-in"));
        await page.GetByRole(AriaRole.Button, new() { Name = "次へ進む" }).ClickAsync();
        await Assertions.Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^エラー: "));
        await page.LookAsync("open-sign-in-errors");
    }

    [Fact]
    public async Task Family_books_changes_and_cancels_and_every_page_is_sound()
    {
        await using var office = await OpenAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        await using var context = await NewContextAsync(await office.ResidentSiteAsync());
        var page = await context.NewPageAsync();
        await SignInAsync(page, office, cards[0]);
        await page.LookAsync("way-1-persons");
        await NextAsync(page);
        await page.LookAsync("way-1-persons-errors");

        await page.GetByLabel("本人", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("2人", new() { Exact = true }).CheckAsync();
        await NextAsync(page);
        await page.LookAsync("way-1-join");
        await page.GetByLabel("受付番号", new() { Exact = false }).FillAsync(cards[1].ReceptionNumber.Display);
        await page.GetByLabel("受付パスワード", new() { Exact = false }).FillAsync(cards[1].Password.Value);
        await page.GetByRole(AriaRole.Button, new() { Name = "この方を加える" }).ClickAsync();
        await page.Locator("input[name='Persons[1].Kind'][value=VoluntaryProxy]").CheckAsync();
        await page.Locator("input[name='Persons[1].ProxyName']").FillAsync("ダイリ ハナコ");
        await page.LookAsync("way-1-persons-two");
        await NextAsync(page);

        await page.LookAsync("way-2-place");
        await page.GetByRole(AriaRole.Link, new() { Name = "窓口H1" }).ClickAsync();
        await page.LookAsync("way-3-days");
        await page.GetByRole(AriaRole.Link, new() { Name = "空きあり" }).First.ClickAsync();
        await page.LookAsync("way-3-times");
        await page.GetByRole(AriaRole.Button, new() { Name = "この時間にする" }).ClickAsync();
        await page.LookAsync("way-3-times-errors");
        await page.GetByLabel("9時00分から").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この時間にする" }).ClickAsync();
        await page.LookAsync("way-4-mail");
        await page.GetByLabel("メールアドレス").FillAsync("mihon@example");
        await page.GetByRole(AriaRole.Button, new() { Name = "時間を延ばす" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("メールアドレス")).ToHaveValueAsync("mihon@example");
        await NextAsync(page);
        await page.LookAsync("way-4-mail-errors");
        await page.GetByLabel("メールアドレス").FillAsync("mihon@example.jp");
        await NextAsync(page);
        await page.LookAsync("way-5-check");
        await page.GetByRole(AriaRole.Button, new() { Name = "この内容で予約する" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("予約しました");
        await page.LookAsync("booked");
        await page.GotoAsync(office.At("reservation/print"));
        await page.LookAsync("booked-print");

        await page.GotoAsync(office.At("reservation"));
        await page.GetByRole(AriaRole.Link, new() { Name = "日時・場所を変更する" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "窓口H1" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "空きあり" }).Nth(1).ClickAsync();
        await page.GetByLabel("13時00分から").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この時間にする" }).ClickAsync();
        await page.LookAsync("change-check");
        await page.GetByRole(AriaRole.Button, new() { Name = "この内容に変更する" }).ClickAsync();
        await page.LookAsync("changed");
        await page.GetByRole(AriaRole.Link, new() { Name = "予約を取り消す" }).ClickAsync();
        await page.LookAsync("cancel");
        await page.GetByRole(AriaRole.Button, new() { Name = "予約を取り消す" }).ClickAsync();
        await page.LookAsync("cancelled");
    }

    [Fact]
    public async Task Refusals_are_sound_at_every_width()
    {
        await using var office = await OpenAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await office.Staff<SuspendCard>().RunAsync(new(card.Id, Suspension.AskAtCounter), office.ByStaff(), CancellationToken.None);
        await using var context = await NewContextAsync(await office.ResidentSiteAsync());
        var page = await context.NewPageAsync();

        await SignInAsync(page, office, card);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("いまはインターネットで予約できません");
        await page.LookAsync("unavailable");
    }

    [Fact]
    public async Task Booking_goes_by_keyboard_alone_and_without_a_script()
    {
        await using var office = await OpenAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var site = await office.ResidentSiteAsync();
        await using var context = await chromium.Browser.NewContextAsync(new() { BaseURL = site.Address.ToString(), JavaScriptEnabled = false, ViewportSize = new() { Width = 320, Height = 640 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(office.At($"sign-in?n={card.ReceptionNumber.Value}"));

        await TabToAsync(page, "Password");
        await page.Keyboard.TypeAsync(card.Password.Value);
        await EnterAsync(page);
        await TabToAsync(page, "Persons[0].Kind");
        await page.Keyboard.PressAsync("Space");
        await EnterAsync(page);
        await TabToAsync(page, "窓口H1");
        await EnterAsync(page);
        await TabToAsync(page, "空きあり");
        await EnterAsync(page);
        await TabToAsync(page, "StartsAt");
        await page.Keyboard.PressAsync("Space");
        await EnterAsync(page);
        await TabToAsync(page, "Address");
        await EnterAsync(page);
        await TabToAsync(page, "この内容で予約する");
        await EnterAsync(page);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("予約しました");
    }

    /// <summary>A municipality with two counters and every way to reach it.</summary>
    private static async Task<TestOffice> OpenAsync()
    {
        var office = await TestOffice.OpenAsync(Engine.Sqlite);
        await office.AddCounterAsync("H1", booths: 5);
        await office.AddCounterAsync("S1", building: "S");
        await office.Staff<Database>().UnrecordedAsync(office.Municipality, async data =>
        {
            var settings = await data.Settings.SingleAsync();
            (settings.Telephone, settings.TelephoneHours, settings.Fax, settings.ContactMail) = ("03-0000-0001", "平日 8時30分から17時15分まで", "03-0000-0002", "madoguchi@example.jp");
            data.Add(new Article { Municipality = office.Municipality, Id = Ids.New(), Kind = ArticleKind.News, Title = "年末年始の休みについて", Body = "12月29日から1月3日まで休みます。\n予約の電話もお休みです。", PublishedOn = office.Today });
            data.Add(new Article { Municipality = office.Municipality, Id = Ids.New(), Kind = ArticleKind.Faq, Title = "交付通知書をなくしました。", Body = "お問い合わせください。新しい番号とパスワードをお送りします。", PublishedOn = office.Today });
            return await data.SaveChangesAsync();
        });
        return office;
    }

    private Task<IBrowserContext> NewContextAsync(TestSite site) => chromium.Browser.NewContextAsync(new() { BaseURL = site.Address.ToString() });

    private static async Task SignInAsync(IPage page, TestOffice office, NotifiedCard card)
    {
        await page.GotoAsync(office.At("sign-in"));
        await page.Locator("#Number").FillAsync(card.ReceptionNumber.Display);
        await page.Locator("#Password").FillAsync(card.Password.Value);
        await NextAsync(page);
    }

    private static Task NextAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "次へ進む" }).ClickAsync();

    private static async Task EnterAsync(IPage page)
    {
        var before = page.Url;
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url != before);
    }

    /// <summary>Presses Tab until the focus is on the field of this name, or on what says so.</summary>
    private static async Task TabToAsync(IPage page, string nameOrWords)
    {
        for (var presses = 0; presses < 60; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("words => document.activeElement.name === words || (!!document.activeElement.textContent && document.activeElement.matches('a, button') && document.activeElement.textContent.includes(words))", nameOrWords)) return;
        }

        Assert.Fail($"{nameOrWords} is not reached by Tab on {page.Url}.");
    }
}
