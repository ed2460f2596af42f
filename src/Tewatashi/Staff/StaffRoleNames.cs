namespace Tewatashi.Staff;

/// <summary>What the office calls the roles.</summary>
public static class StaffRoleNames
{
    public static readonly IReadOnlyList<(StaffRoles Role, string Name)> All =
    [
        (StaffRoles.Counter, "窓口職員"),
        (StaffRoles.Phone, "電話受付"),
        (StaffRoles.Custody, "保管担当"),
        (StaffRoles.Admin, "管理者"),
        (StaffRoles.Auditor, "監査"),
        (StaffRoles.Operations, "受託事業者"),
    ];

    public static string Name(this StaffRoles roles) => string.Join("・", All.Where(row => roles.HasFlag(row.Role)).Select(row => row.Name));
}
