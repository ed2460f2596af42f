namespace Tewatashi.Papers;

/// <summary>
/// A sheet of labels as bought in shops: A4, a grid of equal labels. All lengths in millimetres; the margins are those of the
/// first label's outer edges, the pitches run from edge to same edge of the next label.
/// </summary>
public sealed record LabelSheet
{
    /// <summary>Stable key for settings and forms.</summary>
    public required string Key { get; init; }

    /// <summary>What stands on the packet: labels per sheet and the size of one.</summary>
    public required string Name { get; init; }

    public required int Columns { get; init; }

    public required int Rows { get; init; }

    public required float LabelWidth { get; init; }

    public required float LabelHeight { get; init; }

    public required float LeftMargin { get; init; }

    public required float TopMargin { get; init; }

    public required float ColumnPitch { get; init; }

    public required float RowPitch { get; init; }

    /// <summary>Labels on one sheet.</summary>
    public int Count => Columns * Rows;

    /// <summary>The sheets known, largest labels first.</summary>
    public static IReadOnlyList<LabelSheet> All { get; } =
    [
        Centred("10-86x50", 2, 5, 86.4f, 50.8f),
        Centred("12-86x42", 2, 6, 86.4f, 42.3f),
        Centred("21-70x42", 3, 7, 70f, 42.3f),
        Centred("24-70x33", 3, 8, 70f, 33.9f),
        Centred("24-66x33", 3, 8, 66f, 33.9f),
        Centred("44-48x25", 4, 11, 48.3f, 25.4f),
        Centred("65-38x21", 5, 13, 38.1f, 21.2f, gap: 2.5f),
    ];

    /// <summary>The sheet of a key; null where none has it.</summary>
    public static LabelSheet? Find(string key) => All.FirstOrDefault(sheet => sheet.Key == key);

    /// <summary>Left and top edge of a label, counted from 0 along the rows.</summary>
    public (float Left, float Top) EdgeOf(int position) =>
        (LeftMargin + position % Columns * ColumnPitch, TopMargin + position / Columns * RowPitch);

    /// <summary>Most sheets lie centred on A4 (210 × 297 mm), rows touching.</summary>
    private static LabelSheet Centred(string key, int columns, int rows, float width, float height, float gap = 0) => new()
    {
        Key = key,
        Name = FormattableString.Invariant($"A4 {columns * rows}面 ({width} × {height} mm)"),
        Columns = columns,
        Rows = rows,
        LabelWidth = width,
        LabelHeight = height,
        LeftMargin = (210f - columns * width - (columns - 1) * gap) / 2,
        TopMargin = (297f - rows * height) / 2,
        ColumnPitch = width + gap,
        RowPitch = height,
    };
}
