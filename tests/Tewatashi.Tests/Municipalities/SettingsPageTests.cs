using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Municipalities;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Municipalities;

/// <summary>The pages on which an administrator words and rules the municipality.</summary>
public sealed class SettingsPageTests
{
    /// <summary>Under the effect that is shown.</summary>
    private const string Apply = "この内容で保存する";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rules_typed_in_full_width_are_saved(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StaffSiteAsync(StaffRoles.Admin);

        var shown = await site.SubmitAsync(await site.GetAsync("/settings"), new() { ["Form.HorizonDays"] = "４５", ["Form.WebCutoffTime"] = "１２：３０", ["Form.KeptPercent"] = "30" });
        var page = await site.SubmitAsync(shown, button: Apply);

        Assert.Contains("ルールを保存しました", page.Text, StringComparison.Ordinal);
        var kept = await office.SeeAsync(context => context.Settings.SingleAsync());
        Assert.Equal((45, new TimeOnly(12, 30), 30), (kept.HorizonDays, kept.WebCutoffTime, kept.KeptPercent));
        Assert.True(kept.ReceivableAfterDeadline);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rules_changed_meanwhile_are_shown_and_nothing_typed_is_lost(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StaffSiteAsync(StaffRoles.Admin);
        var form = await site.GetAsync("/settings");
        await site.SubmitAsync(await site.SubmitAsync(form, new() { ["Form.HorizonDays"] = "50", ["OperationId"] = Guid.CreateVersion7().ToString() }), button: Apply);

        var told = await site.SubmitAsync(form, new() { ["Form.Telephone"] = "000-0000" });
        var saved = await site.SubmitAsync(await site.SubmitAsync(told), button: Apply);

        Assert.Contains("まだ保存していません", told.Text, StringComparison.Ordinal);
        Assert.Contains(told.Document.QuerySelectorAll("main table tbody tr"), row => row.Children.Select(cell => cell.TextContent).SequenceEqual(["予約できる最後の日(日)", "50", "60"]));
        Assert.Equal("000-0000", Value(told, "Form.Telephone"));
        Assert.Contains("ルールを保存しました", saved.Text, StringComparison.Ordinal);
        Assert.Equal(60, await office.SeeAsync(context => context.Settings.Select(row => row.HorizonDays).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Effect_of_changed_rules_is_shown_in_words_and_figures_and_only_what_was_shown_is_applied(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 5);
        await office.BookForCallerAsync((await office.AddNotifiedCardsAsync(1))[0].Id, counter, new DateOnly(2027, 1, 15), new TimeOnly(10, 0));
        var site = await office.StaffSiteAsync(StaffRoles.Admin);

        var shown = await site.SubmitAsync(await site.GetAsync("/settings"), new() { ["Form.HorizonDays"] = "30", ["Form.KeptPercent"] = "40" });
        var other = await site.SubmitAsync(shown, new() { ["Form.HorizonDays"] = "40" }, button: Apply);

        Assert.Contains("まだ保存していません。令和8年11月24日(火)から、2個のルールが変わります。", shown.Text, StringComparison.Ordinal);
        Assert.Equal(["60", "30", "予約済みの1件は新しい最後の日より後です。そのまま有効です。"], Row(shown, "予約できる最後の日(日)"));
        Assert.Equal(["2176", "1632"], Row(shown, "4週間にインターネットで取れる枠(1人の予約、埋まった枠も数えて)"));
        Assert.DoesNotContain(shown.Document.QuerySelectorAll("main th[scope=row]"), head => head.TextContent == "電話で予約できる最初の日");
        Assert.Equal(["60", "40", "予約済みの1件は新しい最後の日より後です。そのまま有効です。"], Row(other, "予約できる最後の日(日)"));
        Assert.Equal(60, await office.SeeAsync(context => context.Settings.Select(row => row.HorizonDays).SingleAsync()));
        Assert.Contains("ルールを保存しました", (await site.SubmitAsync(other, button: Apply)).Text, StringComparison.Ordinal);
        Assert.Equal((40, 40), await office.SeeAsync(async context =>
        {
            var kept = await context.Settings.SingleAsync();
            return (kept.HorizonDays, kept.KeptPercent);
        }));

        static IEnumerable<string> Row(TestPage page, string head) =>
            page.Document.QuerySelectorAll("main tr").Single(row => row.Children[0].TextContent == head).Children.Skip(1).Select(cell => cell.TextContent.Trim());
    }

    [Fact]
    public async Task Rule_that_is_no_number_or_out_of_bounds_is_told_and_stays_typed()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var site = await office.StaffSiteAsync(StaffRoles.Admin);

        var noNumber = await site.SubmitAsync(await site.GetAsync("/settings"), new() { ["Form.HoldMinutes"] = "じゅう" });
        var tooMany = await site.SubmitAsync(await site.GetAsync("/settings"), new() { ["Form.HoldMinutes"] = "31" });

        Assert.Contains("お時間をお取りしておく長さ(分)は数字で入力してください", noNumber.Text, StringComparison.Ordinal);
        Assert.Equal("じゅう", Value(noNumber, "Form.HoldMinutes"));
        Assert.Contains("5から30まで", tooMany.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Text_is_looked_at_before_it_is_saved(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StaffSiteAsync(StaffRoles.Admin);
        var form = await site.GetAsync("/settings/texts/Welcome");

        var preview = await site.SubmitAsync(form, new() { ["Body"] = "ようこそ <b>見本市</b>" }, button: null);
        Assert.Contains("「はじめの案内」を保存しました", preview.Text, StringComparison.Ordinal);
        Assert.Contains("ようこそ <b>見本市</b>", preview.Text, StringComparison.Ordinal);
        var shown = await site.Client.PostAsync(new Uri("/settings/texts/Access?handler=Preview", UriKind.Relative), new FormUrlEncodedContent(
            (await site.GetAsync("/settings/texts/Access")).Document.QuerySelectorAll("main form input").OfType<IHtmlInputElement>().Select(input => KeyValuePair.Create(input.Name!, input.Value))
                .Append(KeyValuePair.Create("Body", "東口から3分"))));

        Assert.Contains("東口から3分", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await office.SeeAsync(context => context.Texts.CountAsync(row => row.Key == TextKey.Access)));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/settings/texts/Nothing")).Status);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Article_is_written_found_on_the_list_and_taken_down(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StaffSiteAsync(StaffRoles.Admin);

        var list = await site.SubmitAsync(await site.GetAsync("/settings/articles/edit?kind=Faq"), new() { ["Title"] = "代理は?", ["Body"] = "できます。" });
        var edit = await site.GetAsync(list.Document.QuerySelectorAll("main table a").Single().GetAttribute("href")!);
        var wrong = await site.SubmitAsync(edit, new() { ["PublishedOn.Month"] = "13" });
        var gone = await site.SubmitAsync(edit, formAction: "handler=Remove");

        Assert.Contains("代理は? できます。", list.Text, StringComparison.Ordinal);
        Assert.Contains("掲載日を年・月・日の数字で入力してください", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("掲載をやめました", gone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("代理は?", gone.Text, StringComparison.Ordinal);
    }

    private static string? Value(TestPage page, string field) => page.Document.QuerySelector($"[name='{field}']")?.GetAttribute("value");
}
