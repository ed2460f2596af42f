namespace Tewatashi.Staff;

/// <summary>What a member of staff is in the office; one person may be several in a small town.</summary>
[Flags]
public enum StaffRoles
{
    None = 0,

    /// <summary>窓口職員.</summary>
    Counter = 1,

    /// <summary>電話受付.</summary>
    Phone = 2,

    /// <summary>保管担当.</summary>
    Custody = 4,

    /// <summary>管理者.</summary>
    Admin = 8,

    /// <summary>監査.</summary>
    Auditor = 16,

    /// <summary>受託事業者: runs the installation and sees no personal data.</summary>
    Operations = 32,
}
