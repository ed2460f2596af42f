using System.Text;
using SkiaSharp;
using Tewatashi.Papers.Fonts;

namespace Tewatashi.Papers.Drawing;

/// <summary>Prints A4 pages into a PDF, page by page; at most a page and a little is held at any time.</summary>
internal sealed class PaperPress : IDisposable
{
    public const float PageWidth = 210f;
    public const float PageHeight = 297f;

    private const float PointsPerMillimetre = 72f / 25.4f;

    // A page is a few kilobytes: handed on one by one, thousands of tiny writes would cost more than drawing.
    private const int HandOnFrom = 64 * 1024;

    private readonly Stream destination;
    private readonly PageBuffer buffer = new();
    private readonly CutTypeface regular;
    private readonly CutTypeface bold;
    private readonly SKDocument document;

    private PaperPress(Stream destination, string title, CutTypeface regular, CutTypeface bold)
    {
        this.destination = destination;
        this.regular = regular;
        this.bold = bold;
        var metadata = SKDocumentPdfMetadata.Default;
        metadata.Title = title;
        metadata.Creator = "Tewatashi";
        document = SKDocument.CreatePdf(buffer, metadata);
    }

    public int Pages { get; private set; }

    /// <summary>A press with the font cut for these designs.</summary>
    public static PaperPress For<TPaper>(Stream destination, string title, params IReadOnlyList<Design<TPaper>> designs)
    {
        IEnumerable<Rune> Characters(bool bold) => designs.SelectMany(design => design.Characters(bold));
        return new PaperPress(
            destination, title, new CutTypeface(PaperFont.Regular, Characters(bold: false)), new CutTypeface(PaperFont.Bold, Characters(bold: true)));
    }

    public Plate<TPaper> Engrave<TPaper>(Design<TPaper> design) => new(design, regular, bold);

    /// <summary>A new page; the canvas counts in millimetres and is the caller's to dispose of.</summary>
    public SKCanvas BeginPage()
    {
        var canvas = document.BeginPage(PageWidth * PointsPerMillimetre, PageHeight * PointsPerMillimetre);
        canvas.Scale(PointsPerMillimetre);
        Pages++;
        return canvas;
    }

    public async Task EndPageAsync(CancellationToken cancellationToken)
    {
        document.EndPage();
        if (buffer.Pending.Length >= HandOnFrom) await buffer.HandOnAsync(destination, cancellationToken);
    }

    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        document.Close();
        PdfEnding.Append(buffer);
        await buffer.HandOnAsync(destination, cancellationToken);
    }

    public void Dispose()
    {
        document.Dispose();
        regular.Dispose();
        bold.Dispose();
        buffer.Dispose();
    }
}
