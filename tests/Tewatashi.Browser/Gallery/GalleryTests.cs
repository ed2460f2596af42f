using Microsoft.Playwright;

namespace Tewatashi.Browser.Gallery;

/// <summary>Every helper in every state, in a real browser.</summary>
public sealed class GalleryTests(GalleryBrowser gallery) : IClassFixture<GalleryBrowser>
{
    private readonly GalleryServer server = gallery.Server;
    private readonly IBrowser browser = gallery.Browser;

    /// <summary>Set to a folder, the gallery's pictures are written there to be looked at.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("TEWATASHI_SCREENSHOTS");

    [Theory]
    [InlineData("/resident")]
    [InlineData("/resident?state=invalid")]
    [InlineData("/resident?state=filled")]
    [InlineData("/staff")]
    [InlineData("/staff?state=invalid")]
    [InlineData("/staff?state=filled")]
    public async Task Gallery_at_every_width_has_no_axe_violation_and_does_not_scroll_sideways(string path)
    {
        var page = await OpenAsync(path, 1280);
        foreach (var width in new[] { 1280, 390, 320 })
        {
            await page.SetViewportSizeAsync(width, 800);
            if (Pictures is not null)
                await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{path.Trim('/').Replace('?', '-').Replace('=', '-')}-{width}.png"), FullPage = true });
            Assert.Equal(0, await page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"));
        }
        foreach (var width in new[] { 320, 1280 })
        {
            await page.SetViewportSizeAsync(width, 800);
            Assert.Empty(await Axe.FaultsAsync(page));
        }
    }

    [Fact]
    public async Task Error_summary_takes_the_focus_and_its_links_lead_to_the_fields()
    {
        var page = await OpenAsync("/resident?state=invalid", 390);
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.classList.contains('tw-error-summary')"));
        Assert.StartsWith("エラー: 部品の見本", await page.TitleAsync(), StringComparison.Ordinal);

        foreach (var (text, id) in new[] { ("受付パスワードを入力してください。", "Form_Password"), ("日は1から31の数字で入力してください。", "Form_Visit_Day"), ("誕生日の月と日を入力してください。", "Form_Birthday_Month"), ("どなたが受け取りに来るかを選んでください。", "Form_Recipient-0") })
        {
            await page.Locator(".tw-error-summary").GetByText(text).ClickAsync();
            Assert.Equal(id, await page.EvaluateAsync<string>("() => document.activeElement.id"));
        }
    }

    [Fact]
    public async Task Every_link_of_the_error_summary_names_an_element_of_the_page()
    {
        var page = await OpenAsync("/resident?state=invalid", 390);
        var missing = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.tw-error-summary a')].map(a => a.hash.slice(1)).filter(id => !document.getElementById(id))");
        Assert.Empty(missing);
    }

    [Fact]
    public async Task Error_summary_follows_the_order_of_the_page()
    {
        var page = await OpenAsync("/resident?state=invalid", 390);
        var tops = await page.EvaluateAsync<double[]>("() => [...document.querySelectorAll('.tw-error-summary a')].map(a => document.getElementById(a.hash.slice(1)).getBoundingClientRect().top)");
        Assert.Equal(14, tops.Length);
        Assert.Equal(tops.Order(), tops);
        Assert.Equal("この時間は、ほかの方が先に予約しました。", await page.Locator(".tw-error-summary li").First.TextContentAsync());
    }

    [Fact]
    public async Task Gallery_asks_no_other_host_and_breaks_no_policy()
    {
        var page = await browser.NewPageAsync();
        var hosts = new HashSet<string>(StringComparer.Ordinal);
        var complaints = new List<string>();
        page.Request += (_, request) => hosts.Add(new Uri(request.Url).Authority);
        page.Console += (_, message) => complaints.Add(message.Text);
        page.RequestFailed += (_, request) => complaints.Add(request.Url);
        foreach (var path in new[] { "/resident", "/staff" })
            await page.GotoAsync(server.Url + path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Equal([new Uri(server.Url).Authority], hosts);
        Assert.Equal("", string.Join('\n', complaints));
        Assert.True(await page.EvaluateAsync<bool>("() => document.fonts.check('700 16px \"Noto Sans JP\"', '手渡し')"));
    }

    [Fact]
    public async Task Resident_gallery_at_touch_size_has_targets_of_44_px()
    {
        var page = await OpenAsync("/resident?state=invalid", 390);
        var small = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('button, .tw-button, input:not([type=hidden]), select, textarea, .tw-choice, .tw-summary__action a, .tw-pagination a, .tw-footer a, .tw-error-summary a')]
              .map(e => e.matches('input[type=radio], input[type=checkbox]') ? e.closest('label') : e)
              .filter(e => e.getBoundingClientRect().height < 44)
              .map(e => e.outerHTML.slice(0, 120))
            """);
        Assert.Empty(small);
    }

    [Fact]
    public async Task Scan_field_loses_nothing_of_scans_that_come_faster_than_the_answers()
    {
        var page = await OpenAsync("/staff", 1280);
        string[] codes = ["ABC-000001", "ABC-000002", "ABC-000003", "ABC-000004", "ABC-000005"];
        foreach (var code in codes)
            await page.Keyboard.TypeAsync(code + "\n");
        // The sixth is under way while the answers to the others arrive.
        await page.Keyboard.TypeAsync("ABC-0");
        await Assertions.Expect(page.Locator("#received li")).ToHaveCountAsync(5);
        await page.Keyboard.TypeAsync("00006\n");
        await Assertions.Expect(page.Locator("#received li")).ToHaveCountAsync(6);

        Assert.Equal([.. codes, "ABC-000006"], server.Scans.Received);
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "ABC-000006" })).ToBeVisibleAsync();
        Assert.Equal("Form_Scan", await page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    [Fact]
    public async Task Scan_refused_among_others_that_came_at_once_stays_until_it_was_seen()
    {
        var page = await OpenAsync("/staff", 1280);
        await page.Keyboard.TypeAsync("ABC-000001\nNOT-000002\nNOT-000003\nABC-000004\n");
        await Assertions.Expect(page.Locator("#received li")).ToHaveCountAsync(4);

        var unseen = page.Locator(".tw-scan__unseen");
        await Assertions.Expect(unseen.Locator("li")).ToContainTextAsync(["NOT-000002", "NOT-000003"]);
        await Assertions.Expect(unseen).Not.ToContainTextAsync("ABC");
        Assert.Empty(await Axe.FaultsAsync(page));
        await unseen.GetByRole(AriaRole.Button, new() { Name = "確かめた" }).ClickAsync();
        await Assertions.Expect(unseen).ToHaveCountAsync(0);
        await page.Keyboard.TypeAsync("ABC-000005\n");
        await Assertions.Expect(page.Locator("#received li")).ToHaveCountAsync(5);
        await Assertions.Expect(unseen).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Scan_field_with_the_network_gone_names_the_codes_that_were_not_sent()
    {
        var page = await OpenAsync("/staff", 1280);
        await page.Context.SetOfflineAsync(true);
        await page.Keyboard.TypeAsync("ABC-000007\nABC-000008\n");
        var state = page.Locator(".tw-scan__state");
        await Assertions.Expect(state).ToContainTextAsync("送れなかった読み取りがあります");
        await Assertions.Expect(state).ToContainTextAsync("ABC-000008");
        Assert.Empty(server.Scans.Received);
    }

    [Theory]
    [InlineData(400, "")]
    [InlineData(500, "<main>参照番号 1</main>")]
    public async Task Scan_field_with_no_answer_of_ours_names_the_code(int status, string body)
    {
        var page = await OpenAsync("/staff", 1280);
        await page.RouteAsync("**/staff", route => route.FulfillAsync(new() { Status = status, Body = body, ContentType = "text/html" }));
        await page.Keyboard.TypeAsync("ABC-000009\n");
        await Assertions.Expect(page.Locator(".tw-scan__state")).ToContainTextAsync("ABC-000009");
    }

    [Fact]
    public async Task Scan_field_without_a_script_is_posted_as_any_form()
    {
        await using var context = await browser.NewContextAsync(new() { JavaScriptEnabled = false });
        server.Scans.Clear();
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Url + "/staff");
        await page.GetByLabel("管理ラベル").FillAsync("ABC-000001");
        await page.GetByRole(AriaRole.Button, new() { Name = "読み取り" }).ClickAsync();
        await Assertions.Expect(page.Locator("#received li")).ToHaveTextAsync(["ABC-000001"]);
    }

    [Fact]
    public async Task Countdown_near_its_end_warns_in_words()
    {
        var page = await OpenAsync("/resident", 390);
        await Assertions.Expect(page.GetByText("あと2分で時間切れになります。")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData("/resident")]
    [InlineData("/staff")]
    public async Task Paper_shows_what_is_read_and_nothing_to_press(string path)
    {
        var page = await OpenAsync(path, 760);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        if (Pictures is not null)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{path.Trim('/')}-print.png"), FullPage = true });
        Assert.Equal(0, await page.EvaluateAsync<int>("() => [...document.querySelectorAll('button, nav, header, footer')].filter(e => e.checkVisibility()).length"));
        await Assertions.Expect(page.GetByText("4821-0937")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Table, new() { Name = "本日の予約" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Forced_colours_keep_every_axe_rule()
    {
        var page = await OpenAsync("/resident?state=invalid", 390);
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        if (Pictures is not null)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, "forced-colours.png"), FullPage = true });
        Assert.Empty(await Axe.FaultsAsync(page));
    }

    [Fact]
    public async Task Search_box_is_reached_by_F2()
    {
        var page = await OpenAsync("/staff", 1280);
        await page.Keyboard.PressAsync("F2");
        Assert.Equal("search-box", await page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    private async Task<IPage> OpenAsync(string path, int width)
    {
        server.Scans.Clear();
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 800 } });
        await page.GotoAsync(server.Url + path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        return page;
    }
}
