using Microsoft.EntityFrameworkCore;
using Tewatashi.Staff;

namespace Tewatashi.Testing;

/// <summary>Another member of staff who signs on the same screen.</summary>
public static class TestSecond
{
    private const string Name = "second";

    /// <summary>An account that can stand as the second person; the same one however often it is asked for.</summary>
    public static async Task<(StaffMember Member, SecondSignature Signature)> AddSecondAsync(this TestOffice office, StaffRoles roles = StaffRoles.Counter)
    {
        var member = await office.SeeAsync(context => context.StaffMembers.AsNoTracking().SingleOrDefaultAsync(row => row.UserId == office.UserIdOf(Name))) ?? await office.AddStaffAsync(Name, roles);
        return (member, new SecondSignature(member.UserId.Value, TestStaff.Password));
    }
}
