namespace Tewatashi.Imports;

/// <summary>Where a profile takes one field from.</summary>
/// <param name="Field">What the column holds.</param>
/// <param name="Headers">The headers it may stand under; the first names it in messages. Compared after NFKC and trimming.</param>
/// <param name="IsRequired">Whether a file without the column is refused. Blank values are a matter of the field.</param>
/// <param name="FixedValue">What every row has where the file has no such column; null where nothing is fixed.</param>
public sealed record ImportColumn(
    ImportField Field, IReadOnlyList<string> Headers, bool IsRequired = false, string? FixedValue = null)
{
    /// <summary>How messages call the column where the file itself has no name for it.</summary>
    public string DisplayName => Headers[0];
}
