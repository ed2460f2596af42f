using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Tewatashi.Browser.Resident;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Testing;

namespace Tewatashi.Browser.Sweep;

/// <summary>Every page of the resident face with its states, at every width. A page without a visit fails.</summary>
public sealed class ResidentSweepTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Every_page_of_the_resident_face_is_sound()
    {
        using var served = new ServedRoutes();
        var sweep = new Sweeper("resident", served);
        await using var office = await OpenAsync();
        // Where one municipality alone is served, the first page of all leads to it and asks nothing.
        await using var neighbour = await TestOffice.OpenAsync(Engine.Sqlite);
        var site = await office.ResidentSiteAsync();
        await using var context = await chromium.Browser.NewContextAsync(new() { BaseURL = site.Address.ToString(), ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = await context.NewPageAsync();
        var cards = await office.AddNotifiedCardsAsync(11);

        await sweep.PartAsync(() => ForEveryoneAsync(sweep, page, office));
        await sweep.PartAsync(() => FamilyAsync(sweep, page, office, cards));
        await sweep.PartAsync(() => TooLateAsync(sweep, page, office, cards));
        await sweep.PartAsync(() => JoinedLaterAsync(sweep, page, office, cards));
        await sweep.PartAsync(() => WaitingAsync(sweep, page, office, cards[10]));
        await sweep.PartAsync(() => ErrandsAsync(sweep, page, office));
        await sweep.PartAsync(() => StoppedAsync(sweep, page, office, cards[5]));

        await sweep.EndAsync();
    }

    private static async Task ForEveryoneAsync(Sweeper sweep, IPage page, TestOffice office)
    {
        foreach (var path in new[] { "", "news", "faq", "cannot-come", "purpose", "bring", "fax", "months", "sign-in", "sign-in?ended=true", "nowhere", "verify-mail?token=x" })
            await sweep.GoAsync(page, office.At(path));
        await sweep.GoAsync(page, "/error?status=500");
        await sweep.GoAsync(page, "/");
        await page.GotoAsync(office.At("sign-in"));
        await NextAsync(page);
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^エラー: "));
        await sweep.LookAsync(page, "errors");
    }

    /// <summary>A family books, changes and cancels.</summary>
    private static async Task FamilyAsync(Sweeper sweep, IPage page, TestOffice office, IReadOnlyList<NotifiedCard> cards)
    {
        await SignInAsync(page, office, cards[0]);
        await sweep.LookAsync(page, "way-1-persons");
        await NextAsync(page);
        await sweep.LookAsync(page, "way-1-persons-errors");

        await page.GetByLabel("本人", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("2人", new() { Exact = true }).CheckAsync();
        await NextAsync(page);
        await sweep.LookAsync(page, "way-1-join");
        await page.GetByLabel("受付番号", new() { Exact = false }).FillAsync(cards[1].ReceptionNumber.Display);
        await page.GetByLabel("受付パスワード", new() { Exact = false }).FillAsync(cards[1].Password.Value);
        await Sweeper.PressAsync(page, "この方を加える");
        await page.Locator("input[name='Persons[1].Kind'][value=VoluntaryProxy]").CheckAsync();
        await page.Locator("input[name='Persons[1].ProxyName']").FillAsync("ダイリ ハナコ");
        await sweep.LookAsync(page, "way-1-persons-two");
        await NextAsync(page);

        await sweep.LookAsync(page, "way-2-place");
        await Sweeper.PressAsync(page, "窓口H1", whole: false);
        await sweep.LookAsync(page, "way-3-days");
        await Sweeper.PressAsync(page, "空きあり", whole: false);
        await sweep.LookAsync(page, "way-3-times");
        await Sweeper.PressAsync(page, "この時間にする");
        await sweep.LookAsync(page, "way-3-times-errors");
        await page.GetByLabel("9時00分から").CheckAsync();
        await Sweeper.PressAsync(page, "この時間にする");
        await sweep.LookAsync(page, "way-4-mail");
        await page.GetByLabel("メールアドレス").FillAsync("mihon@example");
        await Sweeper.PressAsync(page, "時間を延ばす");
        await Assertions.Expect(page.GetByLabel("メールアドレス")).ToHaveValueAsync("mihon@example");
        await NextAsync(page);
        await sweep.LookAsync(page, "way-4-mail-errors");
        await page.GetByLabel("メールアドレス").FillAsync("mihon@example.jp");
        await NextAsync(page);
        await sweep.LookAsync(page, "way-5-check");
        await Sweeper.PressAsync(page, "この内容で予約する");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("予約しました");
        await sweep.LookAsync(page, "booked");
        await page.GotoAsync(office.At("reservation/print"));
        await sweep.LookAsync(page, "booked-print");

        await page.GotoAsync(office.At("reservation"));
        await Sweeper.PressAsync(page, "日時・場所を変更する");
        await Sweeper.PressAsync(page, "窓口H1", whole: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "空きあり" }).Nth(1).ClickAsync();
        await page.GetByLabel("13時00分から").CheckAsync();
        await Sweeper.PressAsync(page, "この時間にする");
        await sweep.LookAsync(page, "change-check");
        await Sweeper.PressAsync(page, "この内容に変更する");
        await sweep.LookAsync(page, "changed");
        await Sweeper.PressAsync(page, "予約を取り消す");
        await sweep.LookAsync(page, "cancel");
        await Sweeper.PressAsync(page, "予約を取り消す");
        await sweep.LookAsync(page, "cancelled");
    }

    /// <summary>The time is gone before it is chosen, the hold runs out while the form is filled in, and the session ends.</summary>
    private static async Task TooLateAsync(Sweeper sweep, IPage page, TestOffice office, IReadOnlyList<NotifiedCard> cards)
    {
        await page.Context.ClearCookiesAsync();
        await SignInAsync(page, office, cards[2]);
        await page.GetByLabel("本人", new() { Exact = true }).CheckAsync();
        await NextAsync(page);
        await Sweeper.PressAsync(page, "窓口S1", whole: false);
        await Sweeper.PressAsync(page, "空きあり", whole: false);
        await page.GetByLabel("10時00分から").CheckAsync();
        var small = await office.SeeAsync(context => context.Counters.AsNoTracking().SingleAsync(row => row.Name == "窓口S1"));
        foreach (var other in cards.Skip(3).Take(2)) Assert.IsType<BookForCaller.Booked>(await office.BookForCallerAsync(other.Id, small, TestCounters.FirstWebDay, new TimeOnly(10, 0)));
        await Sweeper.PressAsync(page, "この時間にする");
        await sweep.LookAsync(page, "taken by others");
        await page.GetByLabel("11時00分から").CheckAsync();
        await Sweeper.PressAsync(page, "この時間にする");
        office.Clock.Advance(TimeSpan.FromMinutes(11));
        await page.ReloadAsync();
        await sweep.LookAsync(page, "hold is over");
        office.Clock.Advance(TimeSpan.FromMinutes(16));
        await page.ReloadAsync();
        await sweep.LookAsync(page, "session is over");
    }

    /// <summary>Somebody joins a booked visit that has no room for one more, and leaves it again.</summary>
    private static async Task JoinedLaterAsync(Sweeper sweep, IPage page, TestOffice office, IReadOnlyList<NotifiedCard> cards)
    {
        var small = await office.SeeAsync(context => context.Counters.AsNoTracking().SingleAsync(row => row.Name == "窓口S1"));
        await office.BookAsync(cards[6], small, TestCounters.FirstWebDay, new TimeOnly(14, 0));
        foreach (var other in cards.Skip(8).Take(2)) Assert.IsType<BookForCaller.Booked>(await office.BookForCallerAsync(other.Id, small, TestCounters.FirstWebDay, new TimeOnly(14, 15)));
        await page.Context.ClearCookiesAsync();
        await SignInAsync(page, office, cards[6]);
        await sweep.GoAsync(page, office.At("reservation/add"));
        await sweep.SendNonsenseAsync(page);
        await page.Locator("#Number").FillAsync(cards[7].ReceptionNumber.Display);
        await page.Locator("#Password").FillAsync(cards[7].Password.Value);
        await page.GetByLabel("本人", new() { Exact = true }).CheckAsync();
        await Sweeper.PressAsync(page, "この方を加える");
        await sweep.LookAsync(page, "no room");
        await Sweeper.PressAsync(page, "窓口H1", whole: false);
        await sweep.LookAsync(page);
        await Sweeper.PressAsync(page, "空きあり", whole: false);
        await sweep.LookAsync(page);
        await page.Locator("input[name=StartsAt]").First.CheckAsync();
        await Sweeper.PressAsync(page, "この時間にする");
        await sweep.LookAsync(page);
        await Sweeper.PressAsync(page, "この内容に変更する");
        await sweep.LookAsync(page, "added");
        await page.Locator("a[href*='reservation/remove/']").First.ClickAsync();
        await sweep.LookAsync(page);
    }

    /// <summary>Somebody waits for an earlier day, and is offered a seat.</summary>
    private static async Task WaitingAsync(Sweeper sweep, IPage page, TestOffice office, NotifiedCard card)
    {
        await page.Context.ClearCookiesAsync();
        await SignInAsync(page, office, card);
        await page.GetByLabel("本人", new() { Exact = true }).CheckAsync();
        await NextAsync(page);
        await sweep.GoAsync(page, office.At("waiting"), "nothing");
        await sweep.GoAsync(page, office.At("waiting/join"));
        await sweep.SendNonsenseAsync(page);
        var small = await office.SeeAsync(context => context.Counters.AsNoTracking().SingleAsync(row => row.Name == "窓口S1"));
        await office.WaitAsync(card, small, TestCounters.FirstWebDay.AddDays(4));
        await sweep.GoAsync(page, office.At("waiting"));
        await office.OfferAsync();
        await sweep.GoAsync(page, office.At("waiting"), "offered");
    }

    /// <summary>A kind without a card: none, offered, and the link mailed.</summary>
    private static async Task ErrandsAsync(Sweeper sweep, IPage page, TestOffice office)
    {
        await page.Context.ClearCookiesAsync();
        await sweep.GoAsync(page, office.At("errands"), "none");
        await office.OpenKindAsync();
        await sweep.GoAsync(page, office.At("errands"));
        await sweep.SendNonsenseAsync(page);
        await page.GotoAsync(office.At("errands"));
        await page.Locator("#Address").FillAsync("mihon@example.jp");
        await Sweeper.PressAsync(page, "リンクを送る");
        await sweep.LookAsync(page, "mailed");
    }

    private static async Task StoppedAsync(Sweeper sweep, IPage page, TestOffice office, NotifiedCard card)
    {
        await page.Context.ClearCookiesAsync();
        await office.Staff<SuspendCard>().RunAsync(new(card.Id, Suspension.AskAtCounter), office.ByStaff(), CancellationToken.None);
        await SignInAsync(page, office, card);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("いまはインターネットで予約できません");
        await sweep.LookAsync(page);
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

    private static async Task SignInAsync(IPage page, TestOffice office, NotifiedCard card)
    {
        await page.GotoAsync(office.At("sign-in"));
        await page.Locator("#Number").FillAsync(card.ReceptionNumber.Display);
        await page.Locator("#Password").FillAsync(card.Password.Value);
        await NextAsync(page);
    }

    private static Task NextAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "次へ進む" }).ClickAsync();
}
