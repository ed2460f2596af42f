using CsCheck;
using Tewatashi.Cards;

namespace Tewatashi.Tests.Cards;

public sealed class SerialNumberTests
{
    [Theory]
    [InlineData("ABC123456", "ABC123456")]
    [InlineData("abc-123456", "ABC123456")]
    [InlineData("ＡＢＣ－１２３４５６", "ABC123456")]
    [InlineData(" 0a9 123456 ", "0A9123456")]
    [InlineData("123456789", "123456789")]
    public void Serial_number_in_any_width_is_read(string typed, string stored) =>
        Assert.Equal(stored, SerialNumber.Parse(typed).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ABC12345")]
    [InlineData("ABC1234567")]
    [InlineData("ABCD23456")]
    [InlineData("ABC12345٣")]
    [InlineData("ÄBC123456")]
    [InlineData("アイウ123456")]
    public void Other_text_is_refused(string? typed) => Assert.False(SerialNumber.TryParse(typed, out _));

    [Fact]
    public void Display_has_the_hyphen_and_last_four_has_nothing_else()
    {
        var serial = SerialNumber.Parse("ABC123456");
        Assert.Equal("ABC-123456", serial.Display);
        Assert.Equal("ABC-123456", $"{serial}");
        Assert.Equal("3456", serial.LastFour);
    }

    [Fact]
    public void Refusal_does_not_repeat_the_text()
    {
        var refusal = Assert.Throws<FormatException>(() => SerialNumber.Parse("SECRET-TEXT"));
        Assert.DoesNotContain("SECRET", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Display_reads_back_to_the_same_number() =>
        Gen.Select(Gen.String[Gen.OneOf(Gen.Char['0', '9'], Gen.Char['A', 'Z']), 3, 3], Gen.String[Gen.Char['0', '9'], 6, 6])
            .Sample((head, tail) => SerialNumber.Parse(SerialNumber.Parse(head + tail).Display) == SerialNumber.Parse(head + tail));
}
