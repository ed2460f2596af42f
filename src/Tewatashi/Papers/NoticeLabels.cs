using Tewatashi.Papers.Drawing;

namespace Tewatashi.Papers;

/// <summary>
/// Prints the label stuck on the maker's postcard: number and password large at the left, where a peel-off seal covers them,
/// the QR at the right.
/// </summary>
public static class NoticeLabels
{
    private const float Margin = 3.5f;
    private const float NeededWidth = 70f;
    private const float NeededHeight = 42f;

    /// <summary>Whether a sheet's labels are large enough to be read by everyone.</summary>
    public static bool Fits(LabelSheet sheet) => sheet.LabelWidth >= NeededWidth && sheet.LabelHeight >= NeededHeight;

    /// <summary>Labels in the order given, which is the order of the shipment.</summary>
    public static async Task<PaperOutcome> WriteAsync(
        LabelPlacement placement, NoticeTexts texts, IAsyncEnumerable<NoticePaper> papers, Stream destination, CancellationToken cancellationToken)
    {
        if (!Fits(placement.Sheet)) return new PaperOutcome.LabelTooSmall(NeededWidth, NeededHeight);
        if (PaperText.Unprintable(texts.English, texts.EasyJapanese) is { Count: > 0 } unprintable)
            return new PaperOutcome.NotPrintable(unprintable);
        return await LabelRun.WriteAsync(Design(placement.Sheet, texts), placement, "交付通知書ラベル", papers, destination, cancellationToken);
    }

    private static Design<NoticePaper> Design(LabelSheet sheet, NoticeTexts texts)
    {
        var design = new Design<NoticePaper>(NoticePaper.Alphabet);
        var (width, height) = (sheet.LabelWidth, sheet.LabelHeight);
        // Heights below are those of the 42 mm label; a taller one spreads them.
        var spread = Math.Min(height / 42.3f, 1.2f);
        var narrow = Math.Min(width / 86.4f, 1f);
        var side = 21f * Math.Min(narrow, spread) * (spread > 1.1f ? 1.15f : 1f);
        var codeLeft = width - Margin - side;
        var textWidth = codeLeft - 2.5f - Margin;

        var caption = new Lettering(7.5f * narrow);
        var top = (height - 42.3f * spread) / 2;
        float At(float y) => top + y * spread;

        design.Text(NoticeWords.Reception, Margin, At(6f), caption);
        design.Show(paper => paper.ReceptionDisplay, Margin, At(12.2f), new Lettering(18f * spread, Bold: true), textWidth);
        design.Text(NoticeWords.Password, Margin, At(16.8f), caption);
        design.Show(paper => paper.PasswordDisplay, Margin, At(24f), new Lettering(21f * spread, Bold: true), textWidth);
        design.Text(NoticeWords.NotThePin, Margin, At(28f), new Lettering(8.2f * narrow, Bold: true), textWidth);
        design.Text(NoticeWords.Deadline, Margin, At(32.6f), caption);
        var deadlineLeft = Margin + caption.WidthOf(NoticeWords.Deadline) + 1.5f;
        design.Show(paper => paper.DeadlineText, deadlineLeft, At(32.6f), new Lettering(9.5f, Bold: true), codeLeft - 1f - deadlineLeft);

        design.Qr(paper => paper.Url, codeLeft, At(3.2f), side);
        var serialTop = At(3.2f) + side + 3.6f;
        design.Text(NoticeWords.Serial, codeLeft, serialTop, new Lettering(6.5f * narrow), side);
        design.Show(paper => paper.SerialDisplay, codeLeft, serialTop + 3.6f, new Lettering(10f, Bold: true), side);

        var wide = width - 2 * Margin;
        design.Text(texts.EasyJapanese, Margin, At(36.3f), new Lettering(7.5f), wide);
        design.Text(texts.English, Margin, At(39.6f), new Lettering(7.5f), wide);
        return design;
    }
}
