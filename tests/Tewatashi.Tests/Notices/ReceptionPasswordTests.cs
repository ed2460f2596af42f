using Tewatashi.Notices;
using Tewatashi.Text;

namespace Tewatashi.Tests.Notices;

public sealed class ReceptionPasswordTests
{
    [Fact]
    public void New_password_uses_the_whole_alphabet_evenly()
    {
        Assert.Equal(32, ReceptionPassword.Alphabet.Distinct().Count());
        var letters = Enumerable.Range(0, 4000).SelectMany(_ => ReceptionPassword.New().Value).CountBy(c => c).ToDictionary();
        Assert.Equal(ReceptionPassword.Alphabet.Order(), letters.Keys.Order());
        // 1,000 expected of each, standard deviation 31: ten of them away would be no chance.
        Assert.All(letters.Values, count => Assert.InRange(count, 690, 1310));
    }

    [Theory]
    [InlineData("ABCD2345")]
    [InlineData("abcd-2345")]
    [InlineData("ａｂｃｄ－２３４５")]
    [InlineData(" ABCD 2345 ")]
    [InlineData("ABCDー2345")]
    public void Password_is_read_whatever_the_keyboard(string typed) =>
        Assert.Equal("ABCD2345", ReceptionPassword.Parse(typed).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ABCD234")]
    [InlineData("ABCD23456")]
    [InlineData("ABCD2340")]
    [InlineData("ABCD2341")]
    [InlineData("ABCDI345")]
    [InlineData("ABCDO345")]
    public void Other_text_is_refused(string? typed) => Assert.False(ReceptionPassword.TryParse(typed, out _));

    [Fact]
    public void Paper_shows_it_and_a_log_does_not()
    {
        var password = ReceptionPassword.Parse("ABCD2345");
        Assert.Equal("ABCD-2345", password.Display);
        Assert.Equal(Personal.Mask, $"{password}");
    }
}
