using Tewatashi.Staff;

namespace Tewatashi.Testing;

/// <summary>Another member of staff who signs on the same screen.</summary>
public static class TestSecond
{
    /// <summary>An account that can stand as the second person.</summary>
    public static async Task<(StaffMember Member, SecondSignature Signature)> AddSecondAsync(this TestOffice office, StaffRoles roles = StaffRoles.Counter)
    {
        var member = await office.AddStaffAsync("second", roles);
        return (member, new SecondSignature(member.UserId.Value, TestStaff.Password));
    }
}
