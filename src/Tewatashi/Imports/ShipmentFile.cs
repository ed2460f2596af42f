using System.Globalization;
using System.Runtime.CompilerServices;

namespace Tewatashi.Imports;

/// <summary>
/// Reads a file of cards: rows checked one by one, in the file's order, with memory that does not grow with the file's size
/// (beyond some 25 bytes a row to find repeated serial numbers, and rows are limited). Touches no database.
/// </summary>
/// <remarks>
/// A file can turn out to be refused as a whole after many good rows (a byte that contradicts the encoding on its last line).
/// Who applies rows therefore reads the file twice: <see cref="SurveyAsync"/> first, and rows only where the verdict is
/// <see cref="FileRead"/>. Reading 227,000 rows takes well under a second.
/// </remarks>
public static class ShipmentFile
{
    /// <summary>The rows, and at the end exactly one <see cref="FileVerdict"/>. The stream stays open.</summary>
    /// <param name="stream">The file from its first byte.</param>
    /// <param name="profile">How it is laid out.</param>
    /// <param name="declared">The encoding somebody named; null leaves it to the byte order mark, then the profile.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<ShipmentReading> ReadAsync(
        Stream stream,
        ImportProfile profile,
        ImportEncoding? declared = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var text = new ImportText(stream, declared, profile.Encoding);
        var records = new CsvRecords(text);
        ColumnMap? columns = null;
        ShipmentRowReader? rowReader = null;
        var seen = new SeenSerials();
        var tally = new Tally();
        while (await records.NextAsync(cancellationToken))
        {
            if (records.IsEmptyLine)
            {
                continue;
            }

            if (columns is null || rowReader is null)
            {
                (columns, var refusal) = ColumnMap.Read(records, profile, text.EncodingName!); // known once a row was read
                if (columns is null)
                {
                    yield return refusal!; // one of the two is always there
                    yield break;
                }

                rowReader = new ShipmentRowReader(columns);
                continue;
            }

            if (IsBlank(records))
            {
                continue;
            }

            if (seen.IsFull)
            {
                yield return new FileRefused(records.Line, "", string.Create(
                    CultureInfo.InvariantCulture, $"1つのファイルで取り込めるのは{SeenSerials.Limit:N0}行までです。ファイルを分けてください。"));
                yield break;
            }

            var reading = rowReader.Read(records);
            if (reading is RowRead { Row: var row })
            {
                reading = Compare(seen, reading, row, columns);
            }

            tally.Count(reading);
            yield return reading;
        }

        yield return Verdict(records, text, columns, tally);
    }

    /// <summary>Reads to the verdict only: counts for a preview, and whether rows may be applied at all.</summary>
    public static async Task<FileVerdict> SurveyAsync(
        Stream stream, ImportProfile profile, ImportEncoding? declared = null, CancellationToken cancellationToken = default)
    {
        await foreach (var reading in ReadAsync(stream, profile, declared, cancellationToken))
        {
            if (reading is FileVerdict verdict)
            {
                return verdict;
            }
        }

        throw new InvalidOperationException("A reading ends with its verdict.");
    }

    private static ShipmentReading Compare(SeenSerials seen, ShipmentReading reading, ShipmentRow row, ColumnMap columns)
    {
        if (seen.TryAdd(row.SerialNumber.Value, row.Line, RowPrint.Of(row), out var firstLine, out var isEqual))
        {
            return reading;
        }

        return isEqual
            ? new RowRepeated(row.Line, firstLine)
            : new RowRefused(row.Line,
            [
                new RowProblem(row.Line, columns.NameOf(ImportField.SerialNumber), string.Create(
                    CultureInfo.InvariantCulture, $"{firstLine}行目と同じ製造管理番号で、内容が違います。正しい方だけを残してください。")),
            ]);
    }

    /// <summary>A row of separators only, as spreadsheets leave behind.</summary>
    private static bool IsBlank(CsvRecords records)
    {
        for (var cell = 0; cell < records.Count; cell++)
        {
            if (!records[cell].IsWhiteSpace())
            {
                return false;
            }
        }

        return true;
    }

    private static FileVerdict Verdict(CsvRecords records, ImportText text, ColumnMap? columns, Tally tally)
    {
        if (records.Fault is { } fault)
        {
            var column = fault.Cell is not { } cell ? "" : columns?.NameOfCell(cell) ?? ColumnMap.Ordinal(cell);
            return new FileRefused(fault.Line, column, fault.Reason);
        }

        return columns is null
            ? new FileRefused(1, "", "ファイルが空です。")
            : new FileRead(tally.Rows, tally.Refused, tally.Repeated, tally.Warnings, columns.Ignored, text.EncodingName ?? "");
    }

    private sealed class Tally
    {
        public int Rows { get; private set; }

        public int Refused { get; private set; }

        public int Repeated { get; private set; }

        public int Warnings { get; private set; }

        public void Count(ShipmentReading reading)
        {
            Rows++;
            Refused += reading is RowRefused ? 1 : 0;
            Repeated += reading is RowRepeated ? 1 : 0;
            Warnings += reading is RowRead { Warnings.Count: var warnings } ? warnings : 0;
        }
    }
}
