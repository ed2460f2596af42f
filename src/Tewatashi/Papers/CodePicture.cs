using System.Globalization;
using SkiaSharp;
using Tewatashi.Papers.Drawing;
using Tewatashi.Papers.Fonts;

namespace Tewatashi.Papers;

/// <summary>A QR code with the number it holds below it, black on white whatever is around it: a scanner at the counter must read it from a screen.</summary>
public static class CodePicture
{
    private const int TextHeight = 5;
    private const float TextSize = 3.4f;
    private const int PixelsPerModule = 16;

    /// <param name="code">What is scanned.</param>
    /// <param name="number">What is read where nothing can be scanned.</param>
    public static string Svg(string code, string number)
    {
        var (outline, modules) = QrSymbol.Draw(code);
        using (outline)
        {
            var (width, height) = SizeOf(modules);
            return string.Create(CultureInfo.InvariantCulture, $"""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width * 8}" height="{height * 8}"><title>{number}</title><rect width="{width}" height="{height}" fill="#fff"/><path transform="translate({QrSymbol.QuietZone} {QrSymbol.QuietZone})" fill="#000" fill-rule="evenodd" d="{outline.ToSvgPathData()}"/><text x="{width / 2f}" y="{height - 2}" font-family="sans-serif" font-size="{TextSize}" font-weight="700" text-anchor="middle" fill="#000">{number}</text></svg>
                """);
        }
    }

    public static byte[] Png(string code, string number)
    {
        var (outline, modules) = QrSymbol.Draw(code);
        using (outline)
        {
            var (width, height) = SizeOf(modules);
            using var bitmap = new SKBitmap(width * PixelsPerModule, height * PixelsPerModule);
            using var canvas = new SKCanvas(bitmap);
            using var black = new SKPaint { Color = SKColors.Black, IsAntialias = true };
            using var typeface = new CutTypeface(PaperFont.Bold, number.EnumerateRunes());
            using var font = typeface.At(TextSize);
            canvas.Clear(SKColors.White);
            canvas.Scale(PixelsPerModule);
            canvas.DrawText(number, width / 2f, height - 2, SKTextAlign.Center, font, black);
            canvas.Translate(QrSymbol.QuietZone, QrSymbol.QuietZone);
            black.IsAntialias = false;
            canvas.DrawPath(outline, black);
            canvas.Flush();
            using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
            return data.ToArray();
        }
    }

    private static (int Width, int Height) SizeOf(int modules) => (modules + 2 * QrSymbol.QuietZone, modules + 2 * QrSymbol.QuietZone + TextHeight);
}
