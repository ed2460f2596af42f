using Tewatashi.Papers.Drawing;

namespace Tewatashi.Papers;

/// <summary>Prints the labels of storage places: QR, the path code to read from two steps away, and the name.</summary>
public static class LocationLabels
{
    private const float Margin = 3f;
    private const float NeededWidth = 48f;
    private const float NeededHeight = 25f;

    /// <summary>Whether a sheet's labels are large enough.</summary>
    public static bool Fits(LabelSheet sheet) => sheet.LabelWidth >= NeededWidth && sheet.LabelHeight >= NeededHeight;

    public static async Task<PaperOutcome> WriteAsync(
        LabelPlacement placement, IReadOnlyList<LocationLabelPaper> papers, Stream destination, CancellationToken cancellationToken)
    {
        if (!Fits(placement.Sheet)) return new PaperOutcome.LabelTooSmall(NeededWidth, NeededHeight);
        // One line each on the label: a line feed typed into a name is a space.
        LocationLabelPaper[] clean = [.. papers.Select(paper => paper with { Name = string.Join(' ', PaperText.Lines(paper.Name)) })];
        var texts = clean.SelectMany(paper => new[] { paper.PathCode, paper.Name }).ToArray();
        if (PaperText.Unprintable(texts) is { Count: > 0 } unprintable) return new PaperOutcome.NotPrintable(unprintable);
        return await LabelRun.WriteAsync(
            Design(placement.Sheet, string.Concat(texts)), placement, "保管場所ラベル", clean.ToAsyncEnumerable(), destination, cancellationToken);
    }

    private static Design<LocationLabelPaper> Design(LabelSheet sheet, string alphabet)
    {
        var design = new Design<LocationLabelPaper>(alphabet);
        var (width, height) = (sheet.LabelWidth, sheet.LabelHeight);
        var side = Math.Min(Math.Min(height - 2 * Margin, width * 0.42f), 30f);
        design.Qr(paper => paper.CodeText, Margin, (height - side) / 2, side);

        var textLeft = Margin + side + 3.2f;
        var textWidth = width - Margin - textLeft;
        var code = new Lettering(Math.Min(height * 0.75f, 26f), Bold: true);
        var name = new Lettering(Math.Min(height * 0.3f, 12f));
        var caption = new Lettering(Math.Clamp(height * 0.2f, 5f, 8f), Grey: 60);
        design.Text("保管場所", textLeft, (height - side) / 2 + caption.Em * 0.85f, caption, textWidth);
        design.Show(paper => paper.PathCode, textLeft, height * 0.44f + code.Em * 0.36f, code, textWidth);
        var foot = (height + side) / 2 - name.Em * 0.12f;
        design.Show(paper => InTwo(paper.Name, name, textWidth).Upper, textLeft, foot - name.Em * 1.25f, name, textWidth);
        design.Show(paper => InTwo(paper.Name, name, textWidth).Lower, textLeft, foot, name, textWidth);
        return design;
    }

    /// <summary>The name on one line where it fits, else on two, of which the lower shrinks when it must.</summary>
    private static (string Upper, string Lower) InTwo(string name, Lettering lettering, float width)
    {
        var first = lettering.Break(name, width)[0];
        return first.Length == name.Length ? ("", name) : (first, name[first.Length..].TrimStart(' ', '　'));
    }
}
