namespace Tewatashi.Papers;

/// <summary>Where printing begins on the first sheet, and how far this printer pulls the paper aside.</summary>
/// <param name="Sheet">The sheet in the tray.</param>
/// <param name="Start">The first free label of the first sheet, counted from 1 along the rows.</param>
public sealed record LabelPlacement(LabelSheet Sheet, int Start = 1)
{
    /// <summary>Moves everything to the right, in millimetres; negative to the left.</summary>
    public float ShiftRight { get; init; }

    /// <summary>Moves everything down, in millimetres; negative up.</summary>
    public float ShiftDown { get; init; }

    /// <summary>The start on the sheet, counted from 0; a start beyond the sheet begins on its first label.</summary>
    internal int FirstPosition => Start >= 1 && Start <= Sheet.Count ? Start - 1 : 0;
}
