namespace Tewatashi.Imports;

/// <summary>What became, or would become, of the rows of a file.</summary>
/// <param name="Read">Rows with content, refused ones included.</param>
/// <param name="Added">Rows that are a card of this import.</param>
/// <param name="Unchanged">Rows that say what the system or an earlier row of the file says already.</param>
/// <param name="Refused">Rows that were not taken.</param>
/// <param name="Warnings">Things worth a look on rows that were taken.</param>
public readonly record struct ImportCounts(int Read, int Added, int Unchanged, int Refused, int Warnings)
{
    public static ImportCounts operator +(ImportCounts one, ImportCounts other) => new(
        one.Read + other.Read, one.Added + other.Added, one.Unchanged + other.Unchanged, one.Refused + other.Refused, one.Warnings + other.Warnings);

    /// <inheritdoc cref="op_Addition"/>
    public static ImportCounts Add(ImportCounts one, ImportCounts other) => one + other;
}
