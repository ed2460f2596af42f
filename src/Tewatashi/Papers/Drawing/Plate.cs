using SkiaSharp;

namespace Tewatashi.Papers.Drawing;

/// <summary>A design ready for printing many times: its fixed part is recorded once, the values are drawn on each copy.</summary>
internal sealed class Plate<TPaper> : IDisposable
{
    private readonly SKPicture ground;
    private readonly SKPaint ink = new() { IsAntialias = true, Color = SKColors.Black };
    private readonly List<(Design<TPaper>.Value Value, CutTypeface Typeface, SKFont Font)> values = [];
    private readonly Design<TPaper> design;

    public Plate(Design<TPaper> design, CutTypeface regular, CutTypeface bold)
    {
        this.design = design;
        ground = RecordGround(design, regular, bold);
        foreach (var value in design.Values)
        {
            var typeface = value.Lettering.Bold ? bold : regular;
            values.Add((value, typeface, typeface.At(value.Lettering.Em)));
        }
    }

    /// <summary>Draws one copy with its upper left corner there, in millimetres.</summary>
    public void Print(SKCanvas canvas, TPaper paper, float left, float top)
    {
        canvas.Save();
        canvas.Translate(left, top);
        canvas.DrawPicture(ground);
        foreach (var code in design.Codes) DrawCode(canvas, code, paper);
        foreach (var (value, typeface, font) in values)
        {
            var text = value.Of(paper);
            typeface.Require(text);
            ink.Color = Shade(value.Lettering.Grey);
            var width = value.Lettering.WidthOf(text);
            if (width <= value.MaxWidth)
            {
                canvas.DrawText(text, value.Left, value.Baseline, SKTextAlign.Left, font, ink);
                continue;
            }

            using var narrow = typeface.At(value.Lettering.Em * value.MaxWidth / width);
            canvas.DrawText(text, value.Left, value.Baseline, SKTextAlign.Left, narrow, ink);
        }

        canvas.Restore();
    }

    public void Dispose()
    {
        foreach (var (_, _, font) in values) font.Dispose();
        ground.Dispose();
        ink.Dispose();
    }

    private static SKColor Shade(byte grey) => new(grey, grey, grey);

    private void DrawCode(SKCanvas canvas, Design<TPaper>.Code code, TPaper paper)
    {
        var (outline, modules) = QrSymbol.Draw(code.Of(paper));
        using (outline)
        {
            canvas.Save();
            canvas.Translate(code.Left, code.Top);
            canvas.Scale(code.Side / modules);
            ink.Color = SKColors.Black;
            canvas.DrawPath(outline, ink);
            canvas.Restore();
        }
    }

    private static SKPicture RecordGround(Design<TPaper> design, CutTypeface regular, CutTypeface bold)
    {
        using var recorder = new SKPictureRecorder();
        var canvas = recorder.BeginRecording(new SKRect(0, 0, PaperPress.PageWidth, PaperPress.PageHeight));
        using var paint = new SKPaint { IsAntialias = true };
        foreach (var box in design.Boxes)
        {
            var area = SKRect.Create(box.Left, box.Top, box.Width, box.Height);
            if (box.Fill is { } fill)
            {
                paint.Style = SKPaintStyle.Fill;
                paint.Color = Shade(fill);
                canvas.DrawRect(area, paint);
            }

            if (box.Border <= 0) continue;
            paint.Style = SKPaintStyle.Stroke;
            paint.StrokeWidth = box.Border;
            paint.Color = SKColors.Black;
            canvas.DrawRect(area, paint);
        }

        paint.Style = SKPaintStyle.Fill;
        foreach (var line in design.Lines)
        {
            using var font = (line.Lettering.Bold ? bold : regular).At(line.Lettering.Em);
            paint.Color = Shade(line.Lettering.Grey);
            canvas.DrawText(line.Text, line.Left, line.Baseline, SKTextAlign.Left, font, paint);
        }

        return recorder.EndRecording();
    }
}
