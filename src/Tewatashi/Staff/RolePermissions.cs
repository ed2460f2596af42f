namespace Tewatashi.Staff;

/// <summary>Which role may do what. The one table; pages and use cases ask it.</summary>
public static class RolePermissions
{
    private static readonly Dictionary<StaffRoles, Permission[]> Table = new()
    {
        [StaffRoles.Counter] =
        [
            Permission.SignedIn, Permission.ViewCards, Permission.MoveCards, Permission.SuspendCards, Permission.BookForCaller,
            Permission.ViewDay, Permission.HandOver, Permission.PostCards,
        ],
        [StaffRoles.Phone] = [Permission.SignedIn, Permission.ViewCards, Permission.BookForCaller, Permission.ViewDay],
        [StaffRoles.Custody] =
        [
            Permission.SignedIn, Permission.ViewCards, Permission.ExportLists, Permission.ImportCards, Permission.ReceiveCards, Permission.MoveCards, Permission.CountStock,
            Permission.SuspendCards, Permission.HandleIncidents, Permission.ViewIncidents, Permission.DisposeCards, Permission.SendNotices, Permission.ExportNotices,
            Permission.PostCards, Permission.ViewDay, Permission.ViewStatistics,
        ],
        [StaffRoles.Admin] = [.. Enum.GetValues<Permission>().Except([Permission.ViewOperations])],
        [StaffRoles.Auditor] = [Permission.SignedIn, Permission.ExportLists, Permission.ViewAudit, Permission.ViewIncidents, Permission.ViewDay, Permission.ViewStatistics],
        [StaffRoles.Operations] = [Permission.SignedIn, Permission.ViewOperations],
    };

    public static bool May(this StaffRoles roles, Permission permission) =>
        Table.Any(row => roles.HasFlag(row.Key) && row.Value.Contains(permission));
}
