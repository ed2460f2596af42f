using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tewatashi.Staff;
using Tewatashi.Staff.SignIn;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Staff;

/// <summary>The door of the staff face.</summary>
public sealed class SignInPageTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task First_page_without_a_session_asks_to_sign_in(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StrangerAtStaffSiteAsync();

        var page = await site.GetAsync("/");

        Assert.Equal("/sign-in", page.Address.AbsolutePath);
        Assert.Equal("サインイン", page.Heading);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Account_set_up_by_its_link_signs_in_and_out(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.InvitedAtStaffSiteAsync();

        var first = await site.GetAsync("/");
        await site.Client.PostAsync(new Uri("/sign-out", UriKind.Relative), new FormUrlEncodedContent(
            first.Document.QuerySelectorAll("header form[action='/sign-out'] input").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))));
        var afterwards = await site.GetAsync("/");

        Assert.Equal("今日", first.Heading);
        Assert.Equal("サインイン", afterwards.Heading);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Wrong_password_is_refused_in_words(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StrangerAtStaffSiteAsync();

        var page = await site.SubmitAsync(await site.GetAsync("/sign-in"), new() { ["UserId"] = "nobody", ["Password"] = "どれでもない合言葉です" });

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("ユーザーIDかパスワードが違います", page.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Disabled_account_is_out_at_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StaffSiteAsync();
        await office.Staff<Tewatashi.Data.Database>().UnrecordedAsync(office.Municipality, async context =>
        {
            foreach (var member in context.StaffMembers) member.State = StaffState.Disabled;
            return await context.SaveChangesAsync();
        });

        var page = await site.GetAsync("/");

        Assert.Equal("サインイン", page.Heading);
    }

    [Fact]
    public void Every_staff_page_names_a_permission_or_is_on_the_list_of_open_ones()
    {
        string[] open = ["SignInModel", "SetUpModel", "ErrorModel"];

        var without = typeof(StaffPage).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(PageModel)) && !type.IsAbstract)
            .Where(type => type.GetCustomAttribute<NeedsAttribute>() is null)
            .Select(type => type.Name);

        Assert.Equal(open.Order(), without.Order());
        Assert.All(typeof(StaffPage).Assembly.GetTypes().Where(type => open.Contains(type.Name)), type => Assert.NotNull(type.GetCustomAttribute<AllowAnonymousAttribute>()));
    }
}
