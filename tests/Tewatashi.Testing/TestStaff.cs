using Microsoft.EntityFrameworkCore;
using Tewatashi.Staff;

namespace Tewatashi.Testing;

/// <summary>Accounts that were invited and set up.</summary>
public static class TestStaff
{
    public const string Password = "手渡しの長い合言葉ですよ";

    /// <summary>An account that can sign in with <see cref="Password"/>.</summary>
    public static async Task<StaffMember> AddStaffAsync(this TestOffice office, string name, StaffRoles roles)
    {
        var token = await office.InviteAsync(name, roles);
        await office.Staff<SetUpAccount>().RunAsync(token, Password, "test", CancellationToken.None);
        return await office.StaffMemberAsync(name);
    }

    /// <summary>An account that was only invited; the token of its link.</summary>
    public static async Task<string> InviteAsync(this TestOffice office, string name, StaffRoles roles = StaffRoles.Counter) =>
        ((InviteStaff.Invited)await office.Staff<InviteStaff>().RunAsync(new(office.UserIdOf(name), $"見本 {name}", roles), office.ByStaff(), CancellationToken.None)).Token;

    /// <summary>User ids are unique in the installation, tests share one.</summary>
    public static UserId UserIdOf(this TestOffice office, string name) => UserId.Parse($"{name}-{office.Municipality.Value}");

    public static Task<StaffMember> StaffMemberAsync(this TestOffice office, string name) =>
        office.SeeAsync(context => context.StaffMembers.AsNoTracking().SingleAsync(row => row.UserId == office.UserIdOf(name)));

    /// <summary>The cookie of a new session.</summary>
    public static async Task<string> SignInAsync(this TestOffice office, string name, string password = Password) =>
        ((SignInStaff.SignedIn)await office.Staff<SignInStaff>().RunAsync(new(office.UserIdOf(name).Value, password), "test", CancellationToken.None)).Cookie;

    public static Task<StaffSessions.User?> WhoIsAsync(this TestOffice office, string cookie) => office.Staff<StaffSessions>().FindAsync(cookie, CancellationToken.None);
}
