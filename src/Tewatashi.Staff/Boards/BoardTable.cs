using Tewatashi.HandOver.Boards;
using Tewatashi.Staff.Pages.Day;
using Tewatashi.Time;

namespace Tewatashi.Staff.Boards;

/// <summary>A group of the board in words: the page draws it, and the script draws it anew from the same.</summary>
/// <param name="Key">Finds the table on the page.</param>
/// <param name="WithCall">Its lines can be called.</param>
public sealed record BoardTable(string Key, string Caption, string Empty, IReadOnlyList<string> Headings, IReadOnlyList<BoardTable.Row> Rows, bool WithCall)
{
    public sealed record Row(Guid Visit, IReadOnlyList<string> Cells);

    public static IReadOnlyList<BoardTable> Of(BoardView view, Guid? counterId, bool mayCall)
    {
        var names = view.Counters.ToDictionary(counter => counter.Id, counter => counter.Name);
        return
        [
            Table(BoardState.Waiting, "お待ちの方", "いまお待ちの方はいません。", ["番号", "受付", "お待ちの時間", "予約の時刻", "窓口"],
                line => [line.Name, Time(line.CheckedInAt), Minutes(line), Booked(line), Counter(line)], mayCall),
            Table(BoardState.Called, "呼び出した方", "呼び出した方はいません。", ["番号", "呼び出し", "受付からの時間", "予約の時刻", "窓口"],
                line => [line.Name, Time(line.CalledAt), Minutes(line), Booked(line), Counter(line)]),
            Table(BoardState.Expected, "これから来る方", "これから来る方はいません。", ["番号", "予約の時刻", "人数", "窓口"],
                line => [line.Name, Booked(line), $"{line.Persons}人", Counter(line)]),
            Table(BoardState.Done, "終わった方", "終わった方はまだいません。", ["番号", "予約の時刻", "人数", "窓口"],
                line => [line.Name, $"{line.StartsAt:H:mm}", $"{line.Persons}人", Counter(line)]),
        ];

        BoardTable Table(BoardState state, string caption, string empty, string[] headings, Func<BoardLine, string[]> cells, bool withCall = false)
        {
            var lines = view.Of(state, counterId);
            return new(state.ToString().ToLowerInvariant(), $"{caption} {lines.Count}組", empty, headings, [.. lines.Select(line => new Row(line.VisitId, cells(line)))], withCall);
        }

        string Minutes(BoardLine line) => line.MinutesWaited(view.At) is { } minutes ? MinuteWords.Of(minutes) : "";
        string Counter(BoardLine line) => names.GetValueOrDefault(line.CounterId, "");
    }

    /// <summary>The middle of today's waiting times, in words.</summary>
    public static string Median(BoardView view, Guid? counterId) =>
        view.MedianMinutes(counterId) is { } minutes ? $"今日の受付から呼び出しまで: 中央値 {MinuteWords.Of(minutes)}" : "今日の受付から呼び出しまで: まだ呼び出していません";

    private static string Booked(BoardLine line) => $"{line.StartsAt:H:mm}{(line.IsLate ? " 遅れ" : "")}";

    private static string Time(DateTimeOffset? at) => at is { } instant ? $"{JapanTime.TimeOf(instant):H:mm}" : "";
}
