namespace Tewatashi.Imports;

/// <summary>What reading a file of cards brings: rows in the file's order, and at the very end one <see cref="FileVerdict"/>.</summary>
public abstract record ShipmentReading
{
    private protected ShipmentReading()
    {
    }
}

/// <summary>A row in order; warnings do not stop it.</summary>
public sealed record RowRead(ShipmentRow Row, IReadOnlyList<RowProblem> Warnings) : ShipmentReading;

/// <summary>A row that can not be taken, with all its problems.</summary>
public sealed record RowRefused(int Line, IReadOnlyList<RowProblem> Problems) : ShipmentReading;

/// <summary>A row that says the same as an earlier one of the file: counts as unchanged.</summary>
public sealed record RowRepeated(int Line, int FirstLine) : ShipmentReading;

/// <summary>How the reading ended.</summary>
public abstract record FileVerdict : ShipmentReading
{
    private protected FileVerdict()
    {
    }
}

/// <summary>The file was read to its end.</summary>
/// <param name="Rows">Rows with content, refused ones included.</param>
/// <param name="RefusedRows">Rows that can not be taken.</param>
/// <param name="RepeatedRows">Rows equal to an earlier one.</param>
/// <param name="Warnings">Warnings on rows that can be taken.</param>
/// <param name="IgnoredColumns">Headers that no column of the profile has.</param>
/// <param name="EncodingName">What the file was read as.</param>
public sealed record FileRead(
    int Rows, int RefusedRows, int RepeatedRows, int Warnings, IReadOnlyList<string> IgnoredColumns, string EncodingName)
    : FileVerdict;

/// <summary>
/// The file as a whole is refused. Rows may have come before: who applies reads the file once to the verdict first.
/// </summary>
/// <param name="Line">As a text editor counts.</param>
/// <param name="Column">The header meant, or 「N列目」; empty where the whole line is.</param>
/// <param name="Reason">What is wrong and what to do.</param>
public sealed record FileRefused(int Line, string Column, string Reason) : FileVerdict;
