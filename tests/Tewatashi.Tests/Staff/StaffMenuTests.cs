using Tewatashi.Server.Commands;
using Tewatashi.Staff;

namespace Tewatashi.Tests.Staff;

public sealed class StaffMenuTests
{
    // Reached before or beside the office's work.
    private static readonly HashSet<string> Apart = ["/account", "/error", "/sign-in", "/sign-out", "/set-up/{token}", "/health/live", "/health/ready", "/export/{list}"];

    [Fact]
    public async Task Every_page_shows_its_group_of_the_menu()
    {
        var pages = (await RoutesCommand.ListAsync()).Where(row => row.Face == "staff" && row.Method == "GET").Select(row => row.Path.Split('?')[0]);

        Assert.Equal([], pages.Where(path => !Apart.Contains(path) && StaffMenu.Of(path) is null).Distinct());
    }

    [Theory]
    [InlineData("/", "今日")]
    [InlineData("/pick", "抜き出し")]
    [InlineData("/picks/2026-11-30", "抜き出し")]
    [InlineData("/hand-over/1", "来庁受付")]
    [InlineData("/cards/1/label", "カード一覧")]
    [InlineData("/export/reservations", "予約一覧")]
    public void A_page_belongs_to_the_entry_of_its_work(string path, string entry) => Assert.Equal(entry, StaffMenu.Of(path)?.Text);

    [Fact]
    public void Nobody_s_page_belongs_to_no_entry() => Assert.Null(StaffMenu.Of("/account"));
}
