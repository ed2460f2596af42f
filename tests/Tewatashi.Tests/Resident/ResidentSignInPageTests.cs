using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Notices;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Resident;

/// <summary>The door of the resident face.</summary>
public sealed partial class ResidentSignInPageTests
{
    private const string IndividualNumber = "123456789018";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task First_page_names_every_way_before_any_calendar(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.Staff<Database>().UnrecordedAsync(office.Municipality, async context =>
        {
            var settings = await context.Settings.SingleAsync();
            (settings.Telephone, settings.Fax, settings.ContactMail) = ("03-0000-0001", "03-0000-0002", "madoguchi@example.jp");
            return await context.SaveChangesAsync();
        });
        var site = await office.ResidentSiteAsync();

        var page = await site.GetAsync(office.At(""));

        string[] words = ["予約する", "予約を確認・変更・取り消す", "お知らせ", "よくある質問", "来られない方へ(代理の条件)", "03-0000-0001", "03-0000-0002", "madoguchi@example.jp", "電話リレーサービス"];
        Assert.All(words, word => Assert.Contains(word, page.Text, StringComparison.Ordinal));
        Assert.True(page.Html.Length < 100_000);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_link_of_the_first_page_leads_to_a_page(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var site = await office.ResidentSiteAsync();
        var links = (await site.GetAsync(office.At(""))).Document.QuerySelectorAll("main a[href^='/'], footer a[href^='/']").Select(link => link.GetAttribute("href")!).ToList();

        var pages = new List<TestPage>();
        foreach (var link in links) pages.Add(await site.GetAsync(link));

        Assert.True(links.Count >= 7);
        Assert.All(pages, page => Assert.Equal(System.Net.HttpStatusCode.OK, page.Status));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Purpose_stands_before_the_fields_and_its_revision_is_kept_with_the_session(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var site = await office.ResidentSiteAsync();

        var page = await site.GetAsync(office.At("sign-in"));
        await site.SignInAsync(office, card);

        Assert.True(page.Text.IndexOf("ほかの目的には使いません", StringComparison.Ordinal) is > 0 and var purpose && purpose < page.Text.IndexOf("受付パスワード", StringComparison.Ordinal));
        Assert.Contains("カードの暗証番号ではありません", page.Text, StringComparison.Ordinal);
        Assert.Equal([1], await office.SeeAsync(context => context.ResidentSessions.Select(row => row.PurposeRevision).ToListAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Serial_number_typed_full_width_signs_in_too(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var site = await office.ResidentSiteAsync();

        var page = await site.SignInAsync(office, "ｍｉｈ－０００００１", $" {card.Password.Value[..4].ToLowerInvariant()}-{card.Password.Value[4..]} ");

        Assert.Equal("どなたが受け取りに来ますか", page.Heading);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Number_of_the_notices_code_is_filled_in_and_nothing_else_is(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var number = ReceptionNumber.New();
        var site = await office.ResidentSiteAsync();

        var filled = await site.GetAsync(office.At($"sign-in?n={number.Value}"));
        var dropped = await site.GetAsync(office.At($"sign-in?n={IndividualNumber}"));

        Assert.Equal(number.Display, filled.Document.QuerySelector("#Number")!.GetAttribute("value"));
        Assert.DoesNotContain(IndividualNumber, dropped.Html, StringComparison.Ordinal);
    }

    /// <summary>RES-03.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Unknown_wrong_withdrawn_and_another_municipalitys_get_the_same_bytes(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await using var other = await TestOffice.OpenAsync(engine);
        var cards = await office.AddNotifiedCardsAsync(2);
        var abroad = (await other.AddNotifiedCardsAsync(1))[0];
        await office.Staff<Database>().UnrecordedAsync(office.Municipality, context => context.Notices.Where(row => row.Id == cards[1].NoticeId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, NoticeState.Withdrawn)));
        var site = await office.ResidentSiteAsync();
        (string Number, string Password)[] tries =
        [
            (ReceptionNumber.New().Display, cards[0].Password.Value),
            (cards[0].ReceptionNumber.Display, ReceptionPassword.New().Value),
            (cards[1].ReceptionNumber.Display, cards[1].Password.Value),
            (abroad.ReceptionNumber.Display, abroad.Password.Value),
        ];

        var answers = new List<string>();
        foreach (var (number, password) in tries)
        {
            var page = await site.SignInAsync(office, number, password);
            Assert.DoesNotContain(password, page.Html, StringComparison.Ordinal);
            answers.Add(Token().Replace(page.Html.Replace(number, "N", StringComparison.Ordinal), "T"));
        }

        Assert.Contains("受付番号か受付パスワードが違います", answers[0], StringComparison.Ordinal);
        Assert.Single(answers.Distinct());
    }

    /// <summary>CMP-02.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Individual_number_in_a_field_is_refused_and_not_repeated(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.ResidentSiteAsync();

        var page = await site.SignInAsync(office, IndividualNumber, IndividualNumber);

        Assert.Contains("個人番号(マイナンバー)は入力しないでください", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(IndividualNumber, page.Html, StringComparison.Ordinal);
        Assert.StartsWith("エラー: ", page.Document.Title, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Idle_session_ends_and_says_so(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var site = await office.ResidentSiteAsync();
        var first = await site.SignInAsync(office, card);

        office.Clock.Advance(TimeSpan.FromMinutes(14));
        var kept = await site.GetAsync(office.At("reserve/persons"));
        office.Clock.Advance(TimeSpan.FromMinutes(16));
        var ended = await site.GetAsync(office.At("reserve/persons"));

        Assert.Contains("9時15分まで操作がないと終了します", first.Text, StringComparison.Ordinal);
        Assert.Contains("9時29分まで操作がないと終了します", kept.Text, StringComparison.Ordinal);
        Assert.Contains("操作がなかったため、いったん終了しました", ended.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Session_of_one_municipality_opens_nothing_in_another(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await using var other = await TestOffice.OpenAsync(engine);
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var site = await office.ResidentSiteAsync();
        await site.SignInAsync(office, card);

        var page = await site.GetAsync(other.At("reservation"));

        Assert.Equal("受付番号の入力", page.Heading);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Form_older_than_the_sign_in_shows_its_page_again(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var site = await office.ResidentSiteAsync();
        var old = await site.GetAsync(office.At("sign-in"));
        await site.SignInAsync(office, card);

        var page = await site.SubmitAsync(old, new() { ["Number"] = card.ReceptionNumber.Display, ["Password"] = card.Password.Value });

        Assert.Equal("受付番号の入力", page.Heading);
        Assert.Contains("もう一度操作してください", page.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Address_of_no_municipality_is_not_found_in_plain_words(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.ResidentSiteAsync();

        var page = await site.GetAsync("/012345/sign-in");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, page.Status);
        Assert.Equal("ページが見つかりません", page.Heading);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*>|name=\"OperationId\"[^>]*>")]
    private static partial Regex Token();
}
