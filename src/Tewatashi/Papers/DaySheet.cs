using System.Globalization;
using Tewatashi.Papers.Drawing;

namespace Tewatashi.Papers;

/// <summary>Prints the 当日控え of a counter: the day's visits with room to write the real times beside them, for when everything is off.</summary>
public static class DaySheet
{
    private const int LinesOnPage = 28;
    private const float Left = 15f;
    private const float Width = 180f;
    private const float FirstLine = 52f;
    private const float LineHeight = 8.2f;

    // Where each column begins and how wide it is; the last three are written by hand.
    private static readonly (string Heading, float At, float Width)[] Columns =
    [
        ("時刻", 1, 13), ("予約番号", 15, 33), ("カードの場所", 49, 42), ("下4けた", 92, 16), ("来庁", 110, 19), ("交付", 130, 19), ("見送り・綴り番号", 150, 29),
    ];

    /// <param name="Title">Day and counter.</param>
    /// <param name="MadeAt">When it was drawn, in words.</param>
    public sealed record Heading(string Title, string MadeAt);

    public static async Task<PaperOutcome> WriteAsync(Heading heading, IReadOnlyList<DaySheetLine> lines, Stream destination, CancellationToken cancellationToken)
    {
        if (PaperText.Unprintable(lines.Select(line => line.Place).Append(heading.Title)) is { Count: > 0 } unprintable) return new PaperOutcome.NotPrintable(unprintable);
        var chunks = lines.Chunk(LinesOnPage).DefaultIfEmpty([]).ToList();
        Design<int>[] pages = [.. chunks.Select((chunk, index) => Page(heading, chunk, string.Create(CultureInfo.InvariantCulture, $"{index + 1} / {chunks.Count}")))];
        using var press = PaperPress.For(destination, "当日控え", pages);
        foreach (var page in pages)
        {
            using var plate = press.Engrave(page);
            using var canvas = press.BeginPage();
            plate.Print(canvas, 0, 0, 0);
            await press.EndPageAsync(cancellationToken);
        }

        await press.CloseAsync(cancellationToken);
        return new PaperOutcome.Printed(lines.Count, press.Pages);
    }

    private static Design<int> Page(Heading heading, DaySheetLine[] lines, string number)
    {
        var page = new Design<int>("");
        var small = new Lettering(8.5f, Grey: 60);
        var words = new Lettering(11f);
        page.Text("当日控え", Left, 22, new Lettering(16f, Bold: true));
        page.Text(heading.Title, Left + 36, 22, new Lettering(12f, Bold: true), Width - 36);
        page.Text($"{heading.MadeAt}に作成。お名前はありません。システムが止まったときに時刻を書き込み、復旧したら「あとから入力」で入れます。", Left, 29, small, Width);
        page.Text("本人確認(カードの券面と書類の誕生日)、チェック表、綴り番号は、止まっている間も同じように確かめて書きます。", Left, 34, small, Width);
        page.Draw(new Design<int>.Box(Left, FirstLine - LineHeight, Width, LineHeight) { Fill = 225 });
        foreach (var column in Columns) page.Text(column.Heading, Left + column.At, FirstLine - 2.6f, new Lettering(9f, Bold: true), column.Width);
        foreach (var (index, line) in lines.Index())
        {
            var top = FirstLine + (index * LineHeight);
            page.Draw(new Design<int>.Box(Left, top, Width, LineHeight) { Border = 0.2f });
            string[] cells = [line.Time, line.Number, line.Place, line.LastFour];
            foreach (var (column, text) in Columns.Zip(cells)) page.Text(text, Left + column.At, top + LineHeight - 2.4f, words, column.Width);
            foreach (var column in Columns.Skip(cells.Length)) page.Draw(new Design<int>.Box(Left + column.At - 1, top, 0.2f, LineHeight) { Fill = 120 });
        }

        if (lines.Length == 0) page.Text("この日の予約はありません。", Left + 1, FirstLine + 6, words);
        page.Text(number, Left + Width - 16, 287, small);
        return page;
    }
}
