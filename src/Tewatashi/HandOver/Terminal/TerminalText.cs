using System.Text;
using Tewatashi.Cards;
using Tewatashi.Text;
using Tewatashi.Time;

namespace Tewatashi.HandOver.Terminal;

/// <summary>
/// Reads the national terminal's list as it is pasted or saved: a line for each card with 製造管理番号, 交付済 or 廃止 and, where it stands there, the
/// date; by commas, tabs or spaces. All or nothing: a line that says something else stops the whole list, by its number and never by its content.
/// </summary>
public static class TerminalText
{
    public const int MostLines = 20_000;

    public sealed record Line(SerialNumber SerialNumber, TerminalKind Kind, DateOnly Day);

    /// <param name="Faults">Numbers of the lines that cannot be read, from 1; empty where all can.</param>
    /// <param name="IndividualNumber">A 個人番号 was among it: everything was dropped.</param>
    public sealed record Reading(IReadOnlyList<Line> Lines, IReadOnlyList<int> Faults, bool IndividualNumber);

    /// <summary>The text of a saved file: UTF-8 where it is that, else the code page of the office's computers.</summary>
    public static string Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return (CodePagesEncodingProvider.Instance.GetEncoding(932) ?? throw new InvalidOperationException("Every platform has CP932.")).GetString(bytes);
        }
    }

    /// <param name="day">Counts for lines without a date.</param>
    public static Reading Read(string text, DateOnly day)
    {
        if (IndividualNumber.ContainsOne(text)) return new Reading([], [], IndividualNumber: true);
        var (lines, faults) = (new List<Line>(), new List<int>());
        foreach (var (index, raw) in text.Split('\n').Index())
        {
            if (string.IsNullOrWhiteSpace(raw) || (index == 0 && raw.Contains("製造管理番号", StringComparison.Ordinal))) continue;
            if (lines.Count < MostLines && ReadLine(raw, day) is { } line) lines.Add(line);
            else faults.Add(index + 1);
        }

        return new Reading(lines, faults, IndividualNumber: false);
    }

    private static Line? ReadLine(string raw, DateOnly day)
    {
        var cells = raw.Split([',', '\t', ' ', '　', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(cell => cell.Trim('"')).ToArray();
        if (cells.Length is not (2 or 3) || !SerialNumber.TryParse(cells[0], out var serial) || KindOf(cells[1]) is not { } kind) return null;
        if (cells.Length == 2) return new Line(serial, kind, day);
        return DateText.TryRead(cells[2], shortEras: true, out var parts) && parts is { Year: > 0, Month: > 0, Day: > 0 } ? new Line(serial, kind, new DateOnly(parts.Year, parts.Month, parts.Day)) : null;
    }

    private static TerminalKind? KindOf(string cell) => cell switch
    {
        "交付済" or "交付済み" or "交付" => TerminalKind.HandedOver,
        "廃止" or "廃止済" or "廃止済み" => TerminalKind.Abolished,
        _ => null,
    };
}
