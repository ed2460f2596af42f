namespace Tewatashi.Staff.Lists;

/// <summary>The address of a list as it is shown now: what was filtered, how it is sorted; from it the links that change one of these and keep the others.</summary>
/// <param name="Filter">The filter as a query, already escaped; empty for none.</param>
/// <param name="Order">The code of the column that is sorted by.</param>
public sealed record ListAddress(string Path, string Filter, string Order, bool Descending)
{
    public string Query => (Filter.Length == 0 ? "" : Filter + "&") + $"Order={Order}" + (Descending ? "&Descending=true" : "");

    public string Page(int page) => FormattableString.Invariant($"{Path}?{Query}&p={page}");

    /// <summary>The heading of a column: pressed once it sorts by it, pressed again the other way round. Always back on the first page.</summary>
    public SortLink Sort(string order, string text)
    {
        var turned = this with { Order = order, Descending = order == Order && !Descending };
        return new SortLink(text, $"{Path}?{turned.Query}", order == Order ? Descending : null);
    }
}
