namespace Tewatashi.Staff;

/// <summary>What the office calls the state of an account.</summary>
public static class StaffStateNames
{
    public static string Name(this StaffState state) => state switch
    {
        StaffState.Invited => "招待中",
        StaffState.Active => "使用中",
        StaffState.Disabled => "停止",
    };
}
