namespace Tewatashi.Staff.Lists;

/// <summary>The heading of a column by which a list can be sorted.</summary>
/// <param name="Descending">Null where the list is sorted by another column.</param>
public sealed record SortLink(string Text, string Url, bool? Descending)
{
    /// <summary>What a screen reader says of the column; null for none.</summary>
    public string? AriaSort => Descending switch { null => null, true => "descending", false => "ascending" };

    /// <summary>The same for the eye, without colour.</summary>
    public string Mark => Descending switch { null => "", true => " ▼", false => " ▲" };
}
