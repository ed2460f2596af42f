using Tewatashi.Municipalities;
using Tewatashi.Text;

namespace Tewatashi.Notices;

/// <summary>
/// The address in a notice's QR: the sign-in page of the resident face with the 受付番号 filled in, and nothing else. The number opens
/// nothing without the password beside it; 製造管理番号 and password never enter an address.
/// </summary>
public static class NoticeUrl
{
    /// <summary>The field of the address that holds the 受付番号; what follows <c>?</c> is kept out of every log.</summary>
    public const string Field = "n";

    private const string Mark = $"?{Field}=";

    public static string For(MunicipalitySettings settings, MunicipalityCode code, ReceptionNumber number) =>
        $"{PageOf(settings, code)}sign-in{Mark}{number.Value}";

    /// <summary>The address of the municipality's first page, with its closing slash.</summary>
    public static string PageOf(MunicipalitySettings settings, MunicipalityCode code) => $"{settings.ResidentUrl.TrimEnd('/')}/{code.Value}/";

    /// <summary>The number in a scanned code; null where the text is no such address. Scanners that type in full width are understood.</summary>
    public static ReceptionNumber? NumberIn(string? scanned)
    {
        if (Typed.Line(scanned) is not { } line || line.IndexOf(Mark, StringComparison.OrdinalIgnoreCase) is var at && at < 0) return null;
        var text = line[(at + Mark.Length)..];
        var end = text.IndexOfAny(['&', '#']);
        return ReceptionNumber.TryParse(end < 0 ? text : text[..end], out var number) ? number : null;
    }
}
