using System.Text.RegularExpressions;
using Tewatashi.Text;

namespace Tewatashi.Storage;

/// <summary>
/// What a scanner or a hand put into a scan field. The one place that knows what our QR codes hold: <c>TW:C:</c> a card's 製造管理番号
/// (管理ラベル), <c>TW:L:</c> the path of a location, <c>TW:R:</c> a 予約番号, <c>TW:N:</c> a 受付番号, <c>TW:P:</c> a parcel between offices; a notice's QR is an address with the
/// 受付番号 in it. Reads any width and case, with or without hyphens, and several scans run together.
/// </summary>
public abstract partial record ScanCode
{
    // Longer than any scan: what is longer was not scanned.
    private const int MaxLength = 1000;
    private const int SerialLength = 9;

    private ScanCode()
    {
    }

    /// <summary>The label on a card's sleeve, or its number typed.</summary>
    /// <param name="Serial">製造管理番号 in canonical form.</param>
    public sealed record Card(string Serial) : ScanCode;

    /// <summary>The label of a storage place.</summary>
    public sealed record Location(LocationPath Path) : ScanCode;

    /// <summary>移送便番号, from the slip of a parcel between offices: P and seven digits.</summary>
    public sealed record Parcel(string Number) : ScanCode;

    /// <summary>予約番号, from a print with its QR.</summary>
    public sealed record Reservation(string Number) : ScanCode;

    /// <summary>受付番号, from the QR of a notice.</summary>
    public sealed record Reception(string Number) : ScanCode;

    /// <summary>Ten digits with a right check digit, typed: a 予約番号 or a 受付番号, which look alike.</summary>
    public sealed record EitherNumber(string Digits) : ScanCode;

    /// <summary>A 個人番号: dropped here, with everything that came along. The answer is <see cref="ReadTheSleeve"/>.</summary>
    public sealed record IndividualNumberDropped : ScanCode;

    /// <summary>Nothing of ours. Never repeated nor logged: it may be what must not be kept.</summary>
    public sealed record Unknown : ScanCode;

    public const string ReadTheSleeve = "ケースのラベルを読み取ってください";

    public static string OfCard(string serial) => $"TW:C:{serial}";

    public static string OfLocation(string path) => $"TW:L:{path}";

    public static string OfParcel(string number) => $"TW:P:{number}";

    public static string OfReservation(string number) => $"TW:R:{number}";

    public static string OfReception(string number) => $"TW:N:{number}";

    /// <summary>The single code of a text; <see cref="Unknown"/> where there is none, or more than one.</summary>
    public static ScanCode Read(string? text) => ReadAll(text) is [var only] ? only : new Unknown();

    /// <summary>Every code of a text in the order they were scanned; none where it is blank.</summary>
    public static IReadOnlyList<ScanCode> ReadAll(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        if (text.Length > MaxLength || !Typed.TryNormalize(text, out var normal)) return [new Unknown()];
        var upper = normal.ToUpperInvariant();
        if (HoldsIndividualNumber(text) || HoldsIndividualNumber(upper)) return [new IndividualNumberDropped()];
        return [.. upper.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(ReadLine)];
    }

    private static IEnumerable<ScanCode> ReadLine(string line)
    {
        var marks = Mark().Matches(line);
        if (marks.Count == 0) return ReadPlain(line);
        var before = line[..marks[0].Index].Trim();
        var codes = before.Length > 0 ? ReadPlain(before).ToList() : [];
        for (var i = 0; i < marks.Count; i++)
        {
            var from = marks[i].Index + marks[i].Length;
            var to = i + 1 < marks.Count ? marks[i + 1].Index : line.Length;
            codes.Add(ReadMarked(marks[i].Groups[1].Value[0], line[from..to]));
        }

        return codes;
    }

    private static ScanCode ReadMarked(char kind, string body) => kind switch
    {
        'C' when Typed.Code(body) is { } code && IsSerial(code) => new Card(code),
        'L' when LocationPath.TryParse(body, out var path) => new Location(path),
        'P' when ParcelNumber.TryParse(body, out var parcel) => new Parcel(parcel.Value),
        'R' when GeneratedNumber.TryRead(body, out var number) => new Reservation(number),
        'N' when GeneratedNumber.TryRead(body, out var number) => new Reception(number),
        _ => new Unknown(),
    };

    private static IEnumerable<ScanCode> ReadPlain(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal))
        {
            var numbers = NumberInAddress().Matches(text).Where(match => CheckDigit.Fits(match.ValueSpan)).Select(match => match.Value).Distinct().ToList();
            return [numbers is [var only] ? new Reception(only) : new Unknown()];
        }

        if (Typed.Code(text) is not { } code) return [new Unknown()];
        if (ParcelNumber.TryParse(code, out var parcel)) return [new Parcel(parcel.Value)];
        if (Pieces(code, SerialLength, IsSerial) is { } serials) return serials.Select(serial => new Card(serial));
        if (Pieces(code, GeneratedNumber.Length, piece => CheckDigit.Fits(piece)) is { } numbersRead) return numbersRead.Select(number => new EitherNumber(number));
        return [LocationPath.TryParse(text, out var path) && path.Depth > 1 ? new Location(path) : new Unknown()];
    }

    /// <summary>The text cut into equal pieces, where every one of them is good.</summary>
    private static List<string>? Pieces(string code, int length, Func<string, bool> isGood)
    {
        if (code.Length == 0 || code.Length % length != 0) return null;
        var pieces = Enumerable.Range(0, code.Length / length).Select(i => code.Substring(i * length, length)).ToList();
        return pieces.All(isGood) ? pieces : null;
    }

    private static bool IsSerial(string code) =>
        code.Length == SerialLength && code.AsSpan(0, 3).IndexOfAnyExcept(SerialHead) < 0 && !code.AsSpan(3).ContainsAnyExceptInRange('0', '9');

    private static readonly System.Buffers.SearchValues<char> SerialHead = System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    // Two of them scanned one after the other are a run of 24 digits.
    private static bool HoldsIndividualNumber(string text) =>
        IndividualNumber.ContainsOne(text)
        || DigitRuns().Matches(text).Any(run => run.Length % 12 == 0 && Pieces(run.Value, 12, piece => IndividualNumber.IsIndividualNumber(piece)) is not null);

    // A scanner set to an American keyboard sends another sign where a Japanese one expects the colon.
    [GeneratedRegex("TW[:+;'*]([A-Z])[:+;'*]", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex("(?<![0-9])[0-9]{10}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex NumberInAddress();

    [GeneratedRegex("[0-9]{12,}", RegexOptions.CultureInvariant)]
    private static partial Regex DigitRuns();
}
