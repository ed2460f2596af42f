using Tewatashi.Papers.Drawing;

namespace Tewatashi.Tests.Papers;

public sealed class LineBreakingTests
{
    private static List<string> Break(string text, int width) => LineBreaking.Break(text, rune => rune.IsAscii ? 0.5f : 1f, width);

    [Theory]
    [InlineData("あいうえ、おか", 4, "あいう|え、おか")]
    [InlineData("あいう「えお」", 4, "あいう|「えお」")]
    [InlineData("受取のデータを", 5, "受取の|データを")]
    [InlineData("方法は card@example.jp へ", 8, "方法は|card@example.jp|へ")]
    [InlineData("写真は10点です", 4, "写真は|10点です")]
    [InlineData("コレハタイヘンナガイ", 4, "コレハタ|イヘンナ|ガイ")]
    [InlineData("", 4, "")]
    public void Paragraph_breaks_where_Japanese_readers_expect_it(string text, int width, string lines) =>
        Assert.Equal(lines.Split('|'), Break(text, width));

    [Fact]
    public void Lines_together_are_the_paragraph()
    {
        const string text = "受け取りには予約が必要です。インターネットまたは電話（平日のみ）で、日時を予約してください。";
        foreach (var width in Enumerable.Range(1, 30)) Assert.Equal(text, string.Concat(Break(text, width)));
    }
}
