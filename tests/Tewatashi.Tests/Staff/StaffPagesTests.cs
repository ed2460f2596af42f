using System.Net;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Staff;

/// <summary>The pages on which accounts are made and changed.</summary>
public sealed class StaffPagesTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Invited_colleague_opens_the_link_and_signs_in(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StaffSiteAsync(StaffRoles.Admin);
        var id = office.UserIdOf("atarashii").Value;
        var form = await site.GetAsync("/staff/invite");

        var shown = await site.SubmitAsync(form, new() { ["UserId"] = id, ["DisplayName"] = "見本 新人", ["Roles"] = "Counter" });
        var again = await site.SubmitAsync(form, new() { ["UserId"] = id, ["DisplayName"] = "見本 新人", ["Roles"] = "Counter" });
        var link = new Uri(shown.Document.QuerySelector("#link")!.GetAttribute("value")!);
        var stranger = await office.StrangerAtStaffSiteAsync();
        var setUp = await stranger.GetAsync(link.PathAndQuery);
        var door = await stranger.SubmitAsync(setUp, new() { ["Password"] = TestStaff.Password, ["Again"] = TestStaff.Password });
        var inside = await stranger.SubmitAsync(door, new() { ["UserId"] = id, ["Password"] = TestStaff.Password });

        Assert.Equal(site.Address.Authority, link.Authority);
        Assert.Contains("11月27日(金) 9時00分 まで", shown.Text, StringComparison.Ordinal);
        Assert.Contains("リンクは二度は表示しません", again.Text, StringComparison.Ordinal);
        Assert.Null(again.Document.QuerySelector("#link"));
        Assert.Equal("/", inside.Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync("/staff")).Status);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Account_is_changed_stopped_and_opened_again(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StaffSiteAsync(StaffRoles.Admin);
        var member = await office.AddStaffAsync("henkou", StaffRoles.Counter);
        var address = $"/staff/{member.Id}";

        var changed = await site.SubmitAsync(await site.GetAsync(address), new() { ["DisplayName"] = "見本 改", ["Roles"] = "Phone" }, address);
        var stopped = await site.SubmitAsync(await site.GetAsync(address), formAction: "handler=Stop");
        var opened = await site.SubmitAsync(await site.GetAsync(address), formAction: "handler=Open");

        Assert.Contains("見本 改 電話受付 使用中", changed.Text, StringComparison.Ordinal);
        Assert.Contains("見本 改 電話受付 停止", stopped.Text, StringComparison.Ordinal);
        Assert.Contains("見本 改 電話受付 使用中", opened.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Last_administrator_is_told_why_the_role_stays(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StaffSiteAsync(StaffRoles.Admin);
        var list = await site.GetAsync("/staff");
        var own = await site.GetAsync(list.Document.QuerySelector("main tbody a")!.GetAttribute("href")!);

        var page = await site.SubmitAsync(own, formAction: "handler=Stop");

        Assert.Contains("最後の管理者は、停止することも役割を外すこともできません", page.Text, StringComparison.Ordinal);
        Assert.Equal("職員", (await site.GetAsync("/staff")).Heading);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Own_password_is_changed_and_the_page_stays_open(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddStaffAsync("jibun", StaffRoles.Counter);
        var site = await office.StrangerAtStaffSiteAsync();
        await site.SubmitAsync(await site.GetAsync("/sign-in"), new() { ["UserId"] = office.UserIdOf("jibun").Value, ["Password"] = TestStaff.Password });
        const string New = "別の手渡しの長い合言葉です";

        var wrong = await site.SubmitAsync(await site.GetAsync("/account"), new() { ["Present"] = "どれでもない合言葉です", ["New"] = New, ["Again"] = New });
        var uneven = await site.SubmitAsync(await site.GetAsync("/account"), new() { ["Present"] = TestStaff.Password, ["New"] = New, ["Again"] = New + "?" });
        var changed = await site.SubmitAsync(await site.GetAsync("/account"), new() { ["Present"] = TestStaff.Password, ["New"] = New, ["Again"] = New });

        Assert.Contains("今のパスワードが違います", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("2回の新しいパスワードが一致しません", uneven.Text, StringComparison.Ordinal);
        Assert.Contains("パスワードを変更しました", changed.Text, StringComparison.Ordinal);
        Assert.NotNull(await office.SignInAsync("jibun", New));
    }

    [Fact]
    public async Task Table_of_permissions_shows_what_the_code_grants()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var site = await office.StaffSiteAsync(StaffRoles.Admin);

        var rows = (await site.GetAsync("/staff/invite")).Document.QuerySelectorAll("table tbody tr");

        Assert.Equal(Enum.GetValues<Permission>().Length, rows.Length);
        foreach (var (row, permission) in rows.Zip(Enum.GetValues<Permission>()))
        {
            Assert.Equal(permission.Name(), row.QuerySelector("th")!.TextContent);
            Assert.Equal(
                StaffRoleNames.All.Select(role => role.Role.May(permission)),
                row.QuerySelectorAll("td").Select(cell => cell.TextContent.Contains("できる", StringComparison.Ordinal)));
        }
    }
}
