using System.Collections;
using QRCoder;
using SkiaSharp;

namespace Tewatashi.Papers.Drawing;

/// <summary>
/// A QR code as one outline in units of its modules. One closed outline instead of squares: viewers draw hair lines
/// between touching squares, and scanners at the counter see them.
/// </summary>
internal static class QrSymbol
{
    /// <summary>Modules of light border the standard asks for on each side.</summary>
    public const int QuietZone = 4;

    /// <summary>The dark modules and the number of modules along a side, without quiet zone. Error correction M: a smudge is survived.</summary>
    public static (SKPath Outline, int Modules) Draw(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var matrix = data.ModuleMatrix;
        var modules = matrix.Count - 2 * QuietZone;
        return (Trace(matrix, modules), modules);
    }

    /// <summary>Walks every border between dark and light with the dark on the right hand, turning right where two corners touch.</summary>
    private static SKPath Trace(List<BitArray> matrix, int modules)
    {
        bool Dark(int x, int y) => x >= 0 && y >= 0 && x < modules && y < modules && matrix[y + QuietZone][x + QuietZone];

        var path = new SKPath { FillType = SKPathFillType.EvenOdd };
        var walked = new bool[(modules + 1) * (modules + 1)];
        for (var top = 0; top < modules; top++)
        {
            for (var left = 0; left < modules; left++)
            {
                // Only upper borders start a walk: every outline has one, walked from left to right.
                if (!Dark(left, top) || Dark(left, top - 1) || walked[top * (modules + 1) + left]) continue;
                int x = left, y = top, stepX = 1, stepY = 0;
                path.MoveTo(x, y);
                do
                {
                    if (stepX == 1) walked[y * (modules + 1) + x] = true;
                    x += stepX;
                    y += stepY;
                    var (aheadRight, aheadLeft) = (stepX, stepY) switch
                    {
                        (1, 0) => (Dark(x, y), Dark(x, y - 1)),
                        (0, 1) => (Dark(x - 1, y), Dark(x, y)),
                        (-1, 0) => (Dark(x - 1, y - 1), Dark(x - 1, y)),
                        _ => (Dark(x, y - 1), Dark(x - 1, y - 1)),
                    };
                    if (aheadRight && !aheadLeft) continue;
                    path.LineTo(x, y);
                    (stepX, stepY) = aheadRight ? (stepY, -stepX) : (-stepY, stepX);
                }
                while (x != left || y != top || stepX != 1);
                path.Close();
            }
        }

        return path;
    }
}
