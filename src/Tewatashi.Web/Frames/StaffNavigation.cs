namespace Tewatashi.Web.Frames;

/// <summary>The pages this user may open, in the order of the day's work. The staff face makes it from the pages' permissions.</summary>
public sealed record StaffNavigation(IReadOnlyList<StaffNavigationItem> Items)
{
    public static StaffNavigation Empty { get; } = new([]);
}
