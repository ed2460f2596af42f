using CsCheck;
using Tewatashi.Text;

namespace Tewatashi.Tests.Text;

public sealed class TypedTests
{
    [Theory]
    [InlineData("ABC123456", "ABC123456")]
    [InlineData("ａｂｃ－１２３４５６", "ABC123456")]
    [InlineData(" abc-123 456　", "ABC123456")]
    [InlineData("ABC‐123−456", "ABC123456")]
    [InlineData("１２３４ー５６７ｰ８９０", "1234567890")]
    [InlineData("1234567890\r\n", "1234567890")]
    public void Code_is_read_whatever_the_keyboard(string typed, string code) => Assert.Equal(code, Typed.Code(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 　")]
    [InlineData("---")]
    [InlineData("12\u200B34")]
    [InlineData("12\u202E34")]
    [InlineData("12\n34")]
    [InlineData("12\034")]
    public void Unreadable_text_gives_nothing(string? typed) => Assert.Null(Typed.Code(typed));

    [Theory]
    [InlineData("16:00", "16:00")]
    [InlineData("９：０５", "09:05")]
    [InlineData("1600", "16:00")]
    [InlineData("０９３０", "09:30")]
    [InlineData("15時5分", "15:05")]
    [InlineData("930", null)]
    [InlineData("2460", null)]
    [InlineData("16", null)]
    public void Time_is_read_with_and_without_its_colon(string typed, string? time) =>
        Assert.Equal(time, Typed.Time(typed)?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Broken_text_gives_nothing()
    {
        // Built at run time: an attribute's text cannot carry a lone half of a pair.
        Assert.Null(Typed.Code("12" + '\uD800'));
        Assert.Null(Typed.Code('\uDC00' + "12"));
        Assert.Null(Typed.Line("12" + '\uD800' + "34"));
    }

    [Fact]
    public void Longest_text_is_read_and_a_longer_one_is_not()
    {
        Assert.Equal(Typed.MaxLength, Typed.Code(new string('1', Typed.MaxLength))!.Length);
        Assert.Null(Typed.Code(new string('1', Typed.MaxLength + 1)));
        Assert.Null(Typed.Line(new string('a', Typed.MaxLength + 1)));
    }

    [Fact]
    public void Any_text_is_read_without_failing() =>
        Gen.String.Sample(text =>
        {
            if (Typed.Code(text) is { } code)
                Assert.DoesNotContain(code, c => Typed.IsHyphen(c) || Typed.IsSpace(c));
        }, iter: 5000);

    [Fact]
    public void Line_keeps_case_and_hyphens() => Assert.Equal("h2600-00 a", Typed.Line(" ｈ２６００－００　ａ "));
}
