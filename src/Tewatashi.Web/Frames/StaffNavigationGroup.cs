namespace Tewatashi.Web.Frames;

/// <summary>Entries of one kind of work; its own link leads to the first of them.</summary>
public sealed record StaffNavigationGroup(string Text, IReadOnlyList<StaffNavigationItem> Items)
{
    public bool IsCurrent => Items.Any(item => item.IsCurrent);

    /// <summary>How many things wait in any of its pages; null shows no number.</summary>
    public int? Waiting => Items.Any(item => item.Waiting is not null) ? Items.Sum(item => item.Waiting ?? 0) : null;
}
