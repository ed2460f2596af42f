namespace Tewatashi.Papers;

/// <summary>What came of printing. A refusal is given before the first byte is written.</summary>
public abstract record PaperOutcome
{
    private PaperOutcome()
    {
    }

    /// <summary>The PDF is written.</summary>
    /// <param name="Papers">Labels or letters drawn.</param>
    /// <param name="Pages">Pages of the PDF; 0 when there was nothing to draw, and then nothing is written.</param>
    public sealed record Printed(int Papers, int Pages) : PaperOutcome;

    /// <summary>Some text holds characters the typeface lacks; nothing is written.</summary>
    public sealed record NotPrintable(IReadOnlyList<UnprintableCharacter> Characters) : PaperOutcome;

    /// <summary>The labels of this sheet are too small for this paper; nothing is written.</summary>
    /// <param name="NeededWidth">Least width of a label, in millimetres.</param>
    /// <param name="NeededHeight">Least height of a label, in millimetres.</param>
    public sealed record LabelTooSmall(float NeededWidth, float NeededHeight) : PaperOutcome;
}
