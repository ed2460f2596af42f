using Tewatashi.Cards;
using Tewatashi.Notices;
using Tewatashi.Storage;
using Tewatashi.Text;

namespace Tewatashi.Reservations;

/// <summary>
/// What a text in the search box may mean. A text can mean several things at once (ten digits are a 予約番号 or a 受付番号, a word of
/// letters a name or a 発送番号): each is asked for.
/// </summary>
internal sealed record SearchTerm
{
    /// <summary>Fewer characters of a 製造管理番号 would name half of a delivery.</summary>
    private const int LeastSerialPrefix = 4;

    private SearchTerm()
    {
    }

    public IReadOnlyList<SerialNumber> Serials { get; private init; } = [];

    /// <summary>The beginning of a 製造管理番号, at least <see cref="LeastSerialPrefix"/> characters; null where it is none.</summary>
    public string? SerialPrefix { get; private init; }

    public ApplicationId? ApplicationId { get; private init; }
    public DispatchNumber? DispatchNumber { get; private init; }
    public ReservationNumber? ReservationNumber { get; private init; }
    public ReceptionNumber? ReceptionNumber { get; private init; }
    public LocationPath? Location { get; private init; }
    public KanaName? Kana { get; private init; }

    /// <summary>Typed behind the name; narrows it.</summary>
    public Birthday? Birthday { get; private init; }

    public static SearchTerm Read(string text)
    {
        var codes = ScanCode.ReadAll(text);
        if (codes.Count > 0 && codes.All(code => code is ScanCode.Card))
            return new SearchTerm { Serials = [.. codes.Cast<ScanCode.Card>().Select(card => SerialNumber.Parse(card.Serial)).Distinct()], DispatchNumber = Dispatch(text) };

        return codes switch
        {
            [ScanCode.Reservation(var number)] => new SearchTerm { ReservationNumber = ReservationNumber.Parse(number) },
            [ScanCode.Reception(var number)] => new SearchTerm { ReceptionNumber = ReceptionNumber.Parse(number) },
            [ScanCode.EitherNumber(var digits)] => new SearchTerm
            {
                ReservationNumber = ReservationNumber.Parse(digits),
                ReceptionNumber = ReceptionNumber.Parse(digits),
                DispatchNumber = Dispatch(text),
            },
            [ScanCode.Location(var path)] => Words(text) with { Location = path },
            _ => Words(text),
        };
    }

    private static SearchTerm Words(string text)
    {
        var (name, birthday) = Split(text);
        return new SearchTerm
        {
            SerialPrefix = PrefixOf(text),
            ApplicationId = ApplicationId.TryParse(text, out var applicationId) ? applicationId : null,
            DispatchNumber = Dispatch(text),
            Kana = KanaName.TryParse(name, out var kana) ? kana : null,
            Birthday = birthday,
        };
    }

    private static DispatchNumber? Dispatch(string text) => DispatchNumber.TryParse(text, out var number) ? number : null;

    private static string? PrefixOf(string text) =>
        Typed.Code(text) is { Length: >= LeastSerialPrefix and < 9 } code
        && code.All(char.IsAsciiLetterOrDigit) && code.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0
            ? code
            : null;

    /// <summary>「スズキ 3月7日」, 「スズキ 3/7」, 「スズキ 0307」: the last word is a birthday where it reads as one.</summary>
    private static (string Name, Birthday? Birthday) Split(string text)
    {
        if (Typed.Line(text) is not { } line) return (text, null);
        var at = line.LastIndexOfAny([' ', '\u3000']);
        return at > 0 && ReadBirthday(line[(at + 1)..]) is { } birthday ? (line[..at], birthday) : (text, null);
    }

    private static Birthday? ReadBirthday(string word)
    {
        if (word.Length == 4 && word.All(char.IsAsciiDigit)) word = $"{word[..2]}-{word[2..]}";
        else if (word.Split('/', '.', '-') is [var month, var day]) word = $"{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}";
        return Birthday.TryParse(word, out var birthday) && birthday.HasMonthDay ? birthday : null;
    }
}
