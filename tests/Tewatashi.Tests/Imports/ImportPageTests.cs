using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Imports;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Imports;

/// <summary>The way of a file through the pages, as a browser without script walks it.</summary>
public sealed class ImportPageTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task File_is_sent_looked_at_applied_and_its_refused_row_saved(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var page = await SendAsync(site, await site.GetAsync("/imports/new"), ShipmentText.File(ShipmentText.Row(1), ShipmentText.Row(2, birthday: "いつか")));
        page = await UntilAsync(site, page, "確認が終わりました");
        Assert.Contains("1枚のカードを「未着(J-LIS発送済)」として追加し", page.Text, StringComparison.Ordinal);
        Assert.Equal(["3", "生年月日"], page.Document.QuerySelectorAll("tbody tr:first-child > *").Take(2).Select(cell => cell.TextContent));
        Assert.Equal(0, await office.SeeAsync(context => context.Cards.CountAsync()));

        page = await UntilAsync(site, await site.SubmitAsync(page, formAction: "Apply"), "1枚のカードを追加しました");

        Assert.Equal(1, await office.SeeAsync(context => context.Cards.CountAsync()));
        var report = await site.Client.GetByteArrayAsync(new Uri(page.Document.QuerySelector("a[download]")!.GetAttribute("href")!, UriKind.Relative));
        Assert.Equal(Encoding.UTF8.GetPreamble(), report[..3]);
        var lines = Encoding.UTF8.GetString(report[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("行,列,理由", lines[0]);
        Assert.StartsWith("3,生年月日,", lines[1], StringComparison.Ordinal);
        Assert.Contains("sample.csv", (await site.GetAsync("/imports")).Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cancelled_file_says_so_and_adds_nothing(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);
        var page = await UntilAsync(site, await SendAsync(site, await site.GetAsync("/imports/new"), ShipmentText.File(ShipmentText.Row(1))), "確認が終わりました");

        page = await site.SubmitAsync(page, formAction: "Cancel");

        Assert.Contains("取り消しました", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await office.SeeAsync(context => context.ImportParts.CountAsync()));
    }

    [Fact]
    public async Task Form_without_its_token_is_refused_before_the_file_is_read()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var page = await SendAsync(site, await site.GetAsync("/imports/new"), ShipmentText.File(ShipmentText.Row(1)), without: "__RequestVerificationToken");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(0, await office.SeeAsync(context => context.Imports.CountAsync()));
    }

    [Fact]
    public async Task Form_without_a_file_asks_for_one_and_keeps_what_was_chosen()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var page = await SendAsync(site, await site.GetAsync("/imports/new"), "", fileName: "", profile: "stock");

        Assert.Contains("取り込むファイルを選んでください。", page.Text, StringComparison.Ordinal);
        Assert.Equal("stock", page.Document.QuerySelector("input[name=Profile][checked]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Pages_are_closed_to_roles_that_do_not_import()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var site = await office.StaffSiteAsync(StaffRoles.Phone);

        Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync("/imports")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync("/imports/new")).Status);
    }

    [Fact]
    public async Task Import_of_another_municipality_is_not_found()
    {
        await using var one = await TestOffice.OpenAsync(Engine.Postgres);
        await using var other = await TestOffice.OpenAsync(Engine.Postgres);
        var uploaded = Assert.IsType<UploadImport.Uploaded>(await one.Staff<UploadImport>().RunAsync(
            new("a.csv", ImportProfile.Standard, null, false, new MemoryStream([1])), one.ByStaff(), default));
        var site = await other.StaffSiteAsync(StaffRoles.Custody);

        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"/imports/{uploaded.ImportId}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"/imports/{uploaded.ImportId}/report")).Status);
    }

    private static async Task<TestPage> SendAsync(
        TestSite site, TestPage page, string text, string fileName = "sample.csv", string profile = "standard", string? without = null)
    {
        using var form = new MultipartFormDataContent();
        foreach (var name in new[] { "__RequestVerificationToken", "OperationId" }.Where(name => name != without))
            form.Add(new StringContent(page.Document.QuerySelector($"main input[name={name}]")!.GetAttribute("value")!), name);
        form.Add(new StringContent(profile), "Profile");
        form.Add(new StringContent(""), "Encoding");
        var file = new ByteArrayContent(ShipmentText.Cp932.GetBytes(text));
        file.Headers.TryAddWithoutValidation("Content-Disposition", string.Create(CultureInfo.InvariantCulture, $"form-data; name=\"Upload\"; filename=\"{fileName}\""));
        form.Add(file);
        var response = await site.Client.PostAsync(new Uri("/imports/new", UriKind.Relative), form);
        return new TestPage(response, await response.Content.ReadAsStringAsync(),
            new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Looks again, as the page itself does, until it says so.</summary>
    private static async Task<TestPage> UntilAsync(TestSite site, TestPage page, string words)
    {
        for (var look = 0; look < 200 && !page.Text.Contains(words, StringComparison.Ordinal); look++)
        {
            Assert.True(page.Status == HttpStatusCode.OK, page.Text);
            await Task.Delay(100);
            page = await site.GetAsync(page.Address.AbsolutePath);
        }

        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        return page;
    }
}
