using Tewatashi.Papers.Drawing;

namespace Tewatashi.Papers;

/// <summary>
/// Prints 管理ラベル: QR, the whole 製造管理番号, and its last four digits large, which is what a pick slip shows.
/// </summary>
public static class SleeveLabels
{
    private const float Margin = 2.2f;
    private const float Gap = 1.8f;
    private const float NeededWidth = 38f;
    private const float NeededHeight = 21f;

    /// <summary>Whether a sheet's labels are large enough.</summary>
    public static bool Fits(LabelSheet sheet) => sheet.LabelWidth >= NeededWidth && sheet.LabelHeight >= NeededHeight;

    public static async Task<PaperOutcome> WriteAsync(
        LabelPlacement placement, IAsyncEnumerable<SleeveLabelPaper> papers, Stream destination, CancellationToken cancellationToken)
    {
        if (!Fits(placement.Sheet)) return new PaperOutcome.LabelTooSmall(NeededWidth, NeededHeight);
        return await LabelRun.WriteAsync(Design(placement.Sheet), placement, "管理ラベル", papers, destination, cancellationToken);
    }

    private static Design<SleeveLabelPaper> Design(LabelSheet sheet)
    {
        var design = new Design<SleeveLabelPaper>("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-");
        var (width, height) = (sheet.LabelWidth, sheet.LabelHeight);
        // The edge of a label is light too: it serves as half of the code's quiet zone.
        var side = Math.Min(height - 2 * Margin - 1f, 26f);
        var left = Margin + 0.8f;
        design.Qr(paper => paper.CodeText, left, (height - side) / 2, side);

        var textLeft = left + side + Gap + 0.6f;
        var textWidth = width - Margin - textLeft;
        var serial = new Lettering(Math.Min(16f, textWidth * 0.47f), Bold: true);
        var last = new Lettering(Math.Min(height * 0.85f, textWidth * 1.12f), Bold: true);
        var caption = new Lettering(Math.Clamp(height * 0.21f, 4.5f, 7f), Grey: 60);
        // Three lines, spread evenly between the upper and lower edge of the code.
        var top = (height - side) / 2;
        var used = (caption.Em + serial.Em + last.Em) * 0.76f;
        var space = (side - used) / 2;
        var baseline = top + caption.Em * 0.76f;
        design.Text("管理ラベル", textLeft, baseline, caption, textWidth);
        baseline += space + serial.Em * 0.76f;
        design.Show(paper => paper.SerialDisplay, textLeft, baseline, serial, textWidth);
        baseline += space + last.Em * 0.76f;
        design.Show(paper => paper.SerialDisplay[^4..], textLeft, baseline, last, textWidth);
        return design;
    }
}
