using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Staff;

/// <summary>How long a sign-in is good, and what wrong passwords do.</summary>
public sealed class StaffSessionTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Session_idle_for_thirty_minutes_is_over_and_one_in_use_goes_on(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddStaffAsync("idle", StaffRoles.Counter);
        var used = await office.SignInAsync("idle");
        var idle = await office.SignInAsync("idle");

        office.Clock.Advance(TimeSpan.FromMinutes(29));
        var afterUse = await office.WhoIsAsync(used);
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.NotNull(afterUse);
        Assert.NotNull(await office.WhoIsAsync(used));
        Assert.Null(await office.WhoIsAsync(idle));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Session_in_use_ends_after_ten_hours(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddStaffAsync("nagai", StaffRoles.Counter);
        var session = await office.SignInAsync("nagai");
        for (var minutes = 20; minutes < 600; minutes += 20)
        {
            office.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.NotNull(await office.WhoIsAsync(session));
        }

        office.Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.Null(await office.WhoIsAsync(session));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Last_seen_is_written_at_most_once_a_minute(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddStaffAsync("minute", StaffRoles.Counter);
        var session = await office.SignInAsync("minute");
        var started = office.Clock.GetUtcNow();
        Task<DateTimeOffset> SeenAsync() => office.SeeAsync(context => context.StaffSessions.Select(row => row.LastSeenAt).SingleAsync());

        office.Clock.Advance(TimeSpan.FromSeconds(59));
        await office.WhoIsAsync(session);
        var within = await SeenAsync();
        office.Clock.Advance(TimeSpan.FromSeconds(1));
        await office.WhoIsAsync(session);

        Assert.Equal(started, within);
        Assert.Equal(started.AddMinutes(1), await SeenAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cookie_of_nobody_or_of_another_municipality_opens_nothing(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await using var other = await TestOffice.OpenAsync(engine);
        await office.AddStaffAsync("cookie", StaffRoles.Counter);
        var session = await office.SignInAsync("cookie");

        foreach (var cookie in new[] { "", "x", $"{other.Municipality.Value}.{session.Split('.')[1]}", $"{office.Municipality.Value}.", session + "x" })
            Assert.Null(await office.WhoIsAsync(cookie));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Five_wrong_passwords_lock_the_account_for_five_minutes(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddStaffAsync("machigai", StaffRoles.Counter);
        var id = office.UserIdOf("machigai").Value;
        Task<SignInStaff.Outcome> TryAsync(string password) => office.Staff<SignInStaff>().RunAsync(new(id, password), "test", CancellationToken.None);

        for (var i = 0; i < 4; i++) await TryAsync("どれでもない合言葉です");
        var afterFour = await TryAsync(TestStaff.Password);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => TryAsync("どれでもない合言葉です"))));
        var locked = await TryAsync(TestStaff.Password);
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        var afterwards = await TryAsync(TestStaff.Password);

        Assert.IsType<SignInStaff.SignedIn>(afterFour);
        Assert.IsType<SignInStaff.Refused>(locked);
        Assert.IsType<SignInStaff.SignedIn>(afterwards);
        var log = await office.SeeAsync(context => context.Audit.Where(row => row.Operation == OperationKind.SignInStaff).Select(row => row.Outcome).ToListAsync());
        Assert.Equal(10, log.Count(outcome => outcome == "Refused"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sign_in_does_not_make_an_open_form_about_the_account_stale(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var member = await office.AddStaffAsync("form", StaffRoles.Counter);

        await office.SignInAsync("form");
        var outcome = await office.Staff<ChangeStaff>().SetRolesAsync(member.Id, member.Version, "見本", StaffRoles.Phone, office.ByStaff(), CancellationToken.None);

        Assert.IsType<ChangeStaff.Changed>(outcome);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Changed_password_ends_the_other_sessions_and_keeps_this_one(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var member = await office.AddStaffAsync("jibun", StaffRoles.Counter);
        var here = await office.SignInAsync("jibun");
        var elsewhere = await office.SignInAsync("jibun");

        var outcome = await ChangeAsync(office, member, here, TestStaff.Password, "新しい手渡しの長い合言葉です");

        Assert.Equal(new ChangeOwnPassword.Changed(1), outcome);
        Assert.NotNull(await office.WhoIsAsync(here));
        Assert.Null(await office.WhoIsAsync(elsewhere));
        Assert.NotNull(await office.SignInAsync("jibun", "新しい手渡しの長い合言葉です"));
        Assert.IsType<SignInStaff.Refused>(await office.Staff<SignInStaff>().RunAsync(new(member.UserId.Value, TestStaff.Password), "test", CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Wrong_present_passwords_lock_like_those_at_the_door(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var member = await office.AddStaffAsync("tameshi", StaffRoles.Counter);
        var session = await office.SignInAsync("tameshi");

        for (var i = 0; i < 5; i++) Assert.IsType<ChangeOwnPassword.PresentWrong>(await ChangeAsync(office, member, session, "どれでもない合言葉です", "新しい手渡しの長い合言葉です"));
        var right = await ChangeAsync(office, member, session, TestStaff.Password, "新しい手渡しの長い合言葉です");

        Assert.IsType<ChangeOwnPassword.Locked>(right);
    }

    [Theory]
    [InlineData("みじかい")]
    [InlineData("ああああああああああああああ")]
    [InlineData("password1234")]
    public async Task Weak_new_password_is_refused_in_words(string password)
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var member = await office.AddStaffAsync("yowai", StaffRoles.Counter);

        var outcome = await ChangeAsync(office, member, await office.SignInAsync("yowai"), TestStaff.Password, password);

        Assert.NotEmpty(Assert.IsType<ChangeOwnPassword.Refused>(outcome).Problem);
    }

    private static Task<ChangeOwnPassword.Outcome> ChangeAsync(TestOffice office, StaffMember member, string cookie, string present, string wanted) =>
        office.Staff<ChangeOwnPassword>().RunAsync(new(member.Id, cookie, present, wanted), office.ByStaff(), CancellationToken.None);
}
