using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Staff;

/// <summary>The roles as boxes to tick.</summary>
public static class RoleChoices
{
    public static readonly IReadOnlyList<Choice> All = [.. StaffRoleNames.All.Select(row => new Choice(row.Role.ToString(), row.Name))];

    public static StaffRoles Joined(IEnumerable<StaffRoles> ticked) => ticked.Aggregate(StaffRoles.None, (all, role) => all | role);

    public static List<StaffRoles> Ticked(StaffRoles roles) => [.. StaffRoleNames.All.Select(row => row.Role).Where(role => roles.HasFlag(role))];
}
