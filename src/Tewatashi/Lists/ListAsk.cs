namespace Tewatashi.Lists;

/// <summary>What is wanted of a list: which rows, and in which order.</summary>
/// <param name="Order">The code of a column that can be sorted by; null, or none of them: as the list is sorted by itself.</param>
public sealed record ListAsk(OfficeList List, ListFilter Filter, string? Order = null, bool Descending = false)
{
    /// <summary>The list as its page shows it first.</summary>
    public static ListAsk Of(OfficeList list, DateOnly today) => new(list, ListFilter.Read(list, today, _ => null).Filter);

    /// <summary>The column it is sorted by.</summary>
    public string SortedBy => IsNamed ? Order! : List.DefaultOrder; // named

    public bool IsDescending => IsNamed ? Descending : List.DefaultDescending;

    private bool IsNamed => List.Columns.Any(column => column.CanSort && column.Code == Order);
}
