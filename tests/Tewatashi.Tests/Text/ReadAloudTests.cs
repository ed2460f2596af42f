using Tewatashi.Text;

namespace Tewatashi.Tests.Text;

public sealed class ReadAloudTests
{
    [Theory]
    [InlineData("1234-567-890", "イチ ニ サン ヨン、ゴ ロク ナナ、ハチ キュウ ゼロ")]
    [InlineData("AB1-000047", "エー(アメリカのA) ビー(ブラジルのB) イチ、ゼロ ゼロ ゼロ ゼロ ヨン ナナ")]
    public void Number_is_read_sign_by_sign_with_a_pause_between_groups(string display, string aloud) => Assert.Equal(aloud, ReadAloud.Of(display));

    [Fact]
    public void No_two_signs_are_read_alike_and_each_letter_has_a_word_of_its_own()
    {
        var aloud = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".Select(sign => ReadAloud.Of(sign.ToString())).ToList();

        Assert.Equal(36, aloud.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(26, aloud.Skip(10).Select(words => words[(words.IndexOf('(', StringComparison.Ordinal) + 1)..]).Distinct(StringComparer.Ordinal).Count());
        Assert.All("ABCDEFGHIJKLMNOPQRSTUVWXYZ", letter => Assert.EndsWith($"の{letter})", ReadAloud.Of(letter.ToString()), StringComparison.Ordinal));
    }

    [Fact]
    public void Sign_that_is_no_digit_and_no_capital_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => ReadAloud.Of("a"));
}
