using System.Globalization;
using System.Text;
using Tewatashi.Text;

namespace Tewatashi.Imports;

/// <summary>Which cell of a row holds which field, and how each column is called in messages.</summary>
internal sealed class ColumnMap
{
    private const int LongestShownName = 40;

    private readonly string[] _names;
    private readonly int[] _cells;
    private readonly ImportColumn?[] _columns;

    private ColumnMap(string[] names, int[] cells, ImportColumn?[] columns, IReadOnlyList<string> ignored)
    {
        _names = names;
        _cells = cells;
        _columns = columns;
        Ignored = ignored;
    }

    /// <summary>How many cells a row has to have.</summary>
    public int Count => _names.Length;

    /// <summary>Columns of the file that the profile does not know.</summary>
    public IReadOnlyList<string> Ignored { get; }

    /// <summary>The cell that holds the field; -1 where the file has no such column.</summary>
    public int CellOf(ImportField field) => _cells[(int)field];

    /// <summary>How the field's column is called in this file.</summary>
    public string NameOf(ImportField field) =>
        _cells[(int)field] is var cell and >= 0 ? _names[cell] : _columns[(int)field]?.DisplayName ?? "";

    /// <summary>What every row has where the file has no such column.</summary>
    public string? FixedValueOf(ImportField field) => _columns[(int)field]?.FixedValue;

    /// <summary>How the cell's column is called in this file.</summary>
    public string NameOfCell(int cell) => cell < _names.Length ? _names[cell] : Ordinal(cell);

    public static string Ordinal(int cell) => string.Create(CultureInfo.InvariantCulture, $"{cell + 1}列目");

    /// <summary>Reads the header; the refusal where it does not serve.</summary>
    public static (ColumnMap? Map, FileRefused? Refusal) Read(CsvRecords header, ImportProfile profile, string encodingName)
    {
        var names = new string[header.Count];
        var cells = new int[Enum.GetValues<ImportField>().Length];
        Array.Fill(cells, -1);
        var columns = new ImportColumn?[cells.Length];
        foreach (var column in profile.Columns)
        {
            columns[(int)column.Field] = column;
        }

        var byHeader = profile.Columns
            .SelectMany(column => column.Headers.Select(text => (Header: Normalize(text), column.Field)))
            .ToDictionary(pair => pair.Header, pair => pair.Field, StringComparer.Ordinal);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var ignored = new List<string>();
        for (var cell = 0; cell < names.Length; cell++)
        {
            if (IndividualNumber.ContainsOne(header[cell]))
            {
                return (null, new FileRefused(header.Line, Ordinal(cell), "見出しに個人番号と思われる12桁の数字があります。個人番号を含むファイルは取り込めません。"));
            }

            var name = Normalize(header[cell].ToString());
            names[cell] = Shown(name) is { Length: > 0 } shown ? shown : Ordinal(cell);
            if (name.Length == 0)
            {
                continue;
            }

            if (!places.TryAdd(name, cell))
            {
                return (null, new FileRefused(header.Line, names[cell], "同じ見出しの列が2つあります。どちらか一つにしてください。"));
            }

            if (!byHeader.TryGetValue(name, out var field))
            {
                ignored.Add(names[cell]);
                continue;
            }

            if (cells[(int)field] >= 0)
            {
                return (null, new FileRefused(header.Line, names[cell], $"「{names[cells[(int)field]]}」と同じ項目の列です。どちらか一つにしてください。"));
            }

            cells[(int)field] = cell;
        }

        var missing = profile.Columns
            .Where(column => column.IsRequired && column.FixedValue is null && cells[(int)column.Field] < 0)
            .Select(column => column.DisplayName)
            .ToArray();
        return missing.Length == 0
            ? (new ColumnMap(names, cells, columns, ignored), null)
            : (null, new FileRefused(header.Line, missing[0], Missing(missing, encodingName)));
    }

    private static string Missing(string[] missing, string encodingName) =>
        $"見出しの行に必要な列がありません: {string.Join("、", missing)}。1行目に見出しがあるか、文字コード({encodingName}として読みました)が正しいか確かめてください。";

    private static string Normalize(string header)
    {
        try
        {
            return header.Normalize(NormalizationForm.FormKC).Trim();
        }
        catch (ArgumentException)
        {
            // A character that Unicode leaves unassigned or half a pair: no header anybody knows, named by its place.
            return "";
        }
    }

    private static string Shown(string name)
    {
        var kept = string.Concat(name.EnumerateRunes()
            .Where(rune => Rune.IsLetterOrDigit(rune) || Rune.IsPunctuation(rune) || rune.Value is ' ' or '\u3099' or '\u309A')
            .Select(rune => rune.ToString()));
        return kept.Length <= LongestShownName ? kept : string.Concat(kept.AsSpan(0, LongestShownName - 1), "…");
    }
}
