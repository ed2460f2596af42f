using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Tewatashi.Papers.Drawing;

/// <summary>
/// Adds to a finished PDF what the writer has no setting for: the language (for screen readers), the title in the window,
/// and printing at actual size (a viewer that fits to the page shifts every label). Done as an incremental update, ISO 32000-1
/// section 7.5.6: a new version of the catalog behind the end.
/// </summary>
internal static partial class PdfEnding
{
    private const string Additions = "/Lang (ja-JP)\n/ViewerPreferences <</DisplayDocTitle true /PrintScaling /None>>\n";

    public static void Append(PageBuffer pdf)
    {
        // Latin-1 keeps every byte as one character, so positions agree.
        var ending = Encoding.Latin1.GetString(pdf.Pending);
        var trailerAt = ending.LastIndexOf("trailer", StringComparison.Ordinal);
        if (trailerAt < 0) throw new InvalidDataException("The PDF has no trailer.");
        var trailer = ending[trailerAt..];
        var root = Required(Root().Match(trailer)).Groups[1].Value;
        var size = Required(Size().Match(trailer)).Groups[1].Value;
        var previous = Required(Start().Match(trailer)).Groups[1].Value;
        var catalogAt = ending.LastIndexOf($"\n{root} 0 obj\n<<", StringComparison.Ordinal);
        if (catalogAt < 0) throw new InvalidDataException("The PDF has no catalog.");
        var catalogEnd = ending.IndexOf("endobj", catalogAt, StringComparison.Ordinal);
        var catalog = ending[(catalogAt + 1)..catalogEnd].TrimEnd();
        if (!catalog.EndsWith(">>", StringComparison.Ordinal)) throw new InvalidDataException("The PDF's catalog is no dictionary.");

        var objectAt = pdf.Position + 1;
        var body = $"\n{catalog[..^2]}\n{Additions}>>\nendobj\n";
        var tableAt = pdf.Position + body.Length;
        var info = Info().Match(trailer) is { Success: true } found ? $"/Info {found.Groups[1].Value} 0 R\n" : "";
        var table = string.Create(CultureInfo.InvariantCulture, $"xref\n{root} 1\n{objectAt:D10} 00000 n \n");
        var end = string.Create(
            CultureInfo.InvariantCulture,
            $"trailer\n<</Size {size}\n/Root {root} 0 R\n{info}/Prev {previous}>>\nstartxref\n{tableAt}\n%%EOF\n");
        pdf.Write(Encoding.Latin1.GetBytes(body + table + end));
    }

    private static Match Required(Match match) =>
        match.Success ? match : throw new InvalidDataException("The PDF's trailer is not as expected.");

    [GeneratedRegex(@"/Root (\d+) 0 R")]
    private static partial Regex Root();

    [GeneratedRegex(@"/Info (\d+) 0 R")]
    private static partial Regex Info();

    [GeneratedRegex(@"/Size (\d+)")]
    private static partial Regex Size();

    [GeneratedRegex(@"startxref\s+(\d+)")]
    private static partial Regex Start();
}
