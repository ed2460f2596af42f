using Tewatashi.Cards;
using Tewatashi.Storage;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Scans;

/// <summary>A box's label, then the labels of the cards that go into it: one way for every page that puts cards away so.</summary>
internal static class BoxScans
{
    /// <param name="scan">What was read, run-on input included.</param>
    /// <param name="at">Path of the box that was read before; null or nonsense before one was.</param>
    /// <param name="next">What to read once a box is known.</param>
    /// <param name="put">Puts one card into the box.</param>
    /// <returns>The answer to all of it, and the box that is known now.</returns>
    public static async Task<(ScanAnswer? Answer, string? At)> RunAsync(string? scan, string? at, string next, Func<LocationPath, SerialNumber, Task<ScanAnswer>> put)
    {
        var box = LocationPath.TryParse(at, out var known) ? known : null;
        var answers = new List<ScanAnswer>();
        foreach (var code in ScanCode.ReadAll(scan))
        {
            if (code is ScanCode.Location location) box = location.Path;
            answers.Add(code switch
            {
                ScanCode.Location => new(Tone.Info, $"箱 {box}", next),
                ScanCode.Card card when box is not null => await put(box, SerialNumber.Parse(card.Serial)),
                ScanCode.Card => new(Tone.Error, "先に箱のラベルを読み取ってください"),
                _ => ScanAnswer.NotTaken(code),
            });
        }

        return (ScanAnswer.OfAll(answers), box?.Value);
    }
}
