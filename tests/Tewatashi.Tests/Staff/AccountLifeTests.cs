using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Staff;

/// <summary>Invitation, first password, change and end of an account.</summary>
public sealed class AccountLifeTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Link_opened_twice_at_once_sets_one_password(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var token = await office.InviteAsync("kawari");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(number =>
            Task.Run(() => office.Staff<SetUpAccount>().RunAsync(token, $"{TestStaff.Password}{number}", "test", CancellationToken.None))));

        Assert.Single(outcomes, outcome => outcome is SetUpAccount.Done);
        Assert.Equal(2, outcomes.Count(outcome => outcome is SetUpAccount.LinkInvalid));
        Assert.IsType<SetUpAccount.LinkInvalid>(await office.Staff<SetUpAccount>().RunAsync(token, TestStaff.Password, "test", CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Link_is_good_for_three_days_and_no_moment_longer(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var token = await office.InviteAsync("osoi");

        office.Clock.Advance(InviteStaff.LinkLasts - TimeSpan.FromMilliseconds(1));
        var before = await office.Staff<SetUpAccount>().WhoseAsync(token, CancellationToken.None);
        office.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(office.UserIdOf("osoi"), before);
        Assert.IsType<SetUpAccount.LinkInvalid>(await office.Staff<SetUpAccount>().RunAsync(token, TestStaff.Password, "test", CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task New_link_ends_the_old_one_and_leaves_the_password_until_it_is_used(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var old = await office.InviteAsync("wasure");
        await office.Staff<SetUpAccount>().RunAsync(old, TestStaff.Password, "test", CancellationToken.None);
        var member = await office.StaffMemberAsync("wasure");
        var first = (ChangeStaff.Invited)await office.Staff<ChangeStaff>().InviteAgainAsync(member.Id, office.ByStaff(), CancellationToken.None);
        var second = (ChangeStaff.Invited)await office.Staff<ChangeStaff>().InviteAgainAsync(member.Id, office.ByStaff(), CancellationToken.None);
        var session = await office.SignInAsync("wasure");

        var byFirst = await office.Staff<SetUpAccount>().RunAsync(first.Token, TestStaff.Password + "新", "test", CancellationToken.None);
        var bySecond = await office.Staff<SetUpAccount>().RunAsync(second.Token, TestStaff.Password + "新", "test", CancellationToken.None);

        Assert.IsType<SetUpAccount.LinkInvalid>(byFirst);
        Assert.IsType<SetUpAccount.Done>(bySecond);
        Assert.Null(await office.WhoIsAsync(session));
        Assert.NotNull(await office.WhoIsAsync(await office.SignInAsync("wasure", TestStaff.Password + "新")));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Form_for_a_new_link_sent_twice_shows_no_second_link_and_keeps_the_first_good(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.InviteAsync("nido");
        var member = await office.StaffMemberAsync("nido");
        var form = office.ByStaff();
        var invited = (ChangeStaff.Invited)await office.Staff<ChangeStaff>().InviteAgainAsync(member.Id, form, CancellationToken.None);

        var again = await office.Staff<ChangeStaff>().InviteAgainAsync(member.Id, form, CancellationToken.None);

        Assert.IsType<ChangeStaff.LinkShownBefore>(again);
        Assert.NotNull(await office.Staff<SetUpAccount>().WhoseAsync(invited.Token, CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task User_id_of_another_municipality_is_taken(Engine engine)
    {
        await using var one = await TestOffice.OpenAsync(engine);
        await using var other = await TestOffice.OpenAsync(engine);
        await one.InviteAsync("onaji");

        var outcome = await other.Staff<InviteStaff>().RunAsync(new(one.UserIdOf("onaji"), "見本", StaffRoles.Phone), other.ByStaff(), CancellationToken.None);

        Assert.IsType<InviteStaff.UserIdTaken>(outcome);
    }

    [Theory]
    [InlineData(StaffRoles.None, "見本", "Roles")]
    [InlineData(StaffRoles.Operations | StaffRoles.Counter, "見本", "Roles")]
    [InlineData(StaffRoles.Counter, "　", "DisplayName")]
    [InlineData(StaffRoles.Counter, "見本 123456789018", "DisplayName")]
    public async Task Account_that_may_not_be_is_refused_by_field(StaffRoles roles, string name, string field)
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);

        var outcome = await office.Staff<InviteStaff>().RunAsync(new(office.UserIdOf("dame"), name, roles), office.ByStaff(), CancellationToken.None);

        Assert.Equal(field, Assert.IsType<InviteStaff.Refused>(outcome).Field);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Last_administrator_can_neither_be_stopped_nor_lose_the_role(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var admin = await office.AddStaffAsync("kanri", StaffRoles.Admin);
        await office.InviteAsync("yotei", StaffRoles.Admin); // not set up yet: nobody to rely on

        var stopped = await office.Staff<ChangeStaff>().SetStateAsync(admin.Id, admin.Version, active: false, office.ByStaff(), CancellationToken.None);
        var demoted = await office.Staff<ChangeStaff>().SetRolesAsync(admin.Id, admin.Version, "見本", StaffRoles.Counter, office.ByStaff(), CancellationToken.None);
        var renamed = await office.Staff<ChangeStaff>().SetRolesAsync(admin.Id, admin.Version, "見本 改名", StaffRoles.Admin | StaffRoles.Counter, office.ByStaff(), CancellationToken.None);

        Assert.IsType<ChangeStaff.LastAdministrator>(stopped);
        Assert.IsType<ChangeStaff.LastAdministrator>(demoted);
        Assert.IsType<ChangeStaff.Changed>(renamed);
        Assert.Equal(StaffState.Active, (await office.StaffMemberAsync("kanri")).State);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_administrators_who_stop_each_other_at_once_leave_one(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var one = await office.AddStaffAsync("hitori", StaffRoles.Admin);
        var other = await office.AddStaffAsync("futari", StaffRoles.Admin);

        var outcomes = await Task.WhenAll(new[] { one, other }.Select(member =>
            Task.Run(() => office.Staff<ChangeStaff>().SetStateAsync(member.Id, member.Version, active: false, office.ByStaff(), CancellationToken.None))));

        Assert.Single(outcomes, outcome => outcome is ChangeStaff.Changed);
        var states = new[] { (await office.StaffMemberAsync("hitori")).State, (await office.StaffMemberAsync("futari")).State };
        Assert.Equal([StaffState.Active, StaffState.Disabled], states.Order());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Account_changed_meanwhile_is_not_overwritten(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddStaffAsync("kanri", StaffRoles.Admin);
        var member = await office.AddStaffAsync("madoguchi", StaffRoles.Counter);
        await office.Staff<ChangeStaff>().SetRolesAsync(member.Id, member.Version, "見本 先", StaffRoles.Phone, office.ByStaff(), CancellationToken.None);

        var second = await office.Staff<ChangeStaff>().SetRolesAsync(member.Id, member.Version, "見本 後", StaffRoles.Custody, office.ByStaff(), CancellationToken.None);

        Assert.IsType<ChangeStaff.ChangedMeanwhile>(second);
        Assert.Equal(StaffRoles.Phone, (await office.StaffMemberAsync("madoguchi")).Roles);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Stopped_account_is_out_at_once_and_its_open_link_is_dead_even_after_reopening(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddStaffAsync("kanri", StaffRoles.Admin);
        var member = await office.AddStaffAsync("teishi", StaffRoles.Counter);
        var session = await office.SignInAsync("teishi");
        var link = (ChangeStaff.Invited)await office.Staff<ChangeStaff>().InviteAgainAsync(member.Id, office.ByStaff(), CancellationToken.None);

        await office.Staff<ChangeStaff>().SetStateAsync(member.Id, member.Version, active: false, office.ByStaff(), CancellationToken.None);
        var refused = await office.Staff<SignInStaff>().RunAsync(new(member.UserId.Value, TestStaff.Password), "test", CancellationToken.None);
        var stopped = await office.StaffMemberAsync("teishi");
        await office.Staff<ChangeStaff>().SetStateAsync(member.Id, stopped.Version, active: true, office.ByStaff(), CancellationToken.None);

        Assert.IsType<SignInStaff.Refused>(refused);
        Assert.Null(await office.WhoIsAsync(session));
        Assert.Null(await office.Staff<SetUpAccount>().WhoseAsync(link.Token, CancellationToken.None));
        Assert.NotNull(await office.WhoIsAsync(await office.SignInAsync("teishi")));
    }
}
