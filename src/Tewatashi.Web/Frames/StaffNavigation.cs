namespace Tewatashi.Web.Frames;

/// <summary>The pages this user may open, in the groups of the office's work. The staff face makes it from the pages' permissions.</summary>
public sealed record StaffNavigation(IReadOnlyList<StaffNavigationGroup> Groups)
{
    public static StaffNavigation Empty { get; } = new([]);

    /// <summary>The group whose entries are shown: that of the page, or the first one.</summary>
    public StaffNavigationGroup? Shown => Groups.FirstOrDefault(group => group.IsCurrent) ?? (Groups.Count > 0 ? Groups[0] : null);
}
