namespace Tewatashi.Staff;

public enum StaffState
{
    /// <summary>The single-use link was made and not used yet.</summary>
    Invited,
    Active,
    Disabled,
}
