using Tewatashi.Web.Forms;
using Tewatashi.Web.Frames;

namespace Tewatashi.Tests.Web;

public sealed class ErrorSummaryTests
{
    private readonly Rendered page = new();

    [Fact]
    public async Task Nothing_wrong_writes_nothing() =>
        Assert.Equal("", await Rendered.HtmlAsync(new ErrorSummaryTagHelper { View = page.View }, "tw-error-summary"));

    [Fact]
    public async Task Errors_follow_the_fields_of_the_page_and_lead_to_them()
    {
        page.State.AddModelError("Form.A", "エーを入力してください。");
        page.State.AddModelError("Form.B", "ビーを入力してください。");
        page.State.AddModelError("Hidden", "操作をやりなおしてください。");
        page.State.AddModelError("", "先に予約されました。");
        foreach (var name in new[] { "Form.B", "Form.A" })
            _ = new BoundField(page.View, Rendered.Field<string>(name, null));

        var summary = await Rendered.ElementAsync(new ErrorSummaryTagHelper { View = page.View }, "tw-error-summary");

        Assert.Equal("alert", summary.GetAttribute("role"));
        Assert.Equal("-1", summary.GetAttribute("tabindex"));
        Assert.Equal("入力内容に誤りがあります", summary.QuerySelector("h2")!.TextContent);
        Assert.Equal(["先に予約されました。", "ビーを入力してください。", "エーを入力してください。", "操作をやりなおしてください。"], summary.QuerySelectorAll("li").Select(li => li.TextContent));
        Assert.Equal(["#Form_B", "#Form_A"], summary.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void Title_names_the_page_the_step_and_the_service_and_an_error_first()
    {
        page.View.ViewData[PageTitle.TitleKey] = "日時を選ぶ";
        Assert.Equal("日時を選ぶ｜予約｜見本市", PageTitle.Of(page.View.ViewData, "予約", "見本市"));
        page.State.AddModelError("", "x");
        Assert.Equal("エラー: 日時を選ぶ｜予約", PageTitle.Of(page.View.ViewData, "予約", null));
    }
}
