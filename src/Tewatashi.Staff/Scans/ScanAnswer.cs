using Tewatashi.Storage;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Scans;

/// <summary>What a scan page says to the last scan: a word or two seen from an arm's length, and what to do now.</summary>
public sealed record ScanAnswer(Tone Tone, string Heading, params string[] Lines)
{
    /// <summary>Nothing of ours, or what must not be kept: never repeated.</summary>
    public static ScanAnswer NotTaken(ScanCode code) => code switch
    {
        ScanCode.IndividualNumberDropped => new(Tone.Error, ScanCode.ReadTheSleeve, "読み取った番号は破棄しました。記録していません。"),
        ScanCode.Location => new(Tone.Error, "保管場所のラベルです", "この画面では、カードのケースの管理ラベルを読み取ってください。"),
        ScanCode.Reservation or ScanCode.Reception or ScanCode.EitherNumber => new(Tone.Error, "予約番号か受付番号です", "この画面では、カードのケースの管理ラベルを読み取ってください。"),
        _ => new(Tone.Error, "読み取れないコードです", "ケースの管理ラベルを、もう一度読み取ってください。"),
    };

    /// <summary>Several scans in one go: the last counts, unless one before it needs a hand.</summary>
    public static ScanAnswer? OfAll(IReadOnlyList<ScanAnswer> answers)
    {
        if (answers.Count == 0) return null;
        var worst = answers.LastOrDefault(answer => answer.Tone == Tone.Error) ?? answers.LastOrDefault(answer => answer.Tone == Tone.Warning) ?? answers[^1];
        return answers.Count == 1
            ? worst
            : worst with { Lines = [.. worst.Lines, .. answers.Where(answer => answer != worst).Select(answer => $"続けて読み取り: {answer.Heading}")] };
    }
}
