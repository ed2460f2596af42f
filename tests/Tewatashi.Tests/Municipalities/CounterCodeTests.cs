using Tewatashi.Municipalities;

namespace Tewatashi.Tests.Municipalities;

public sealed class CounterCodeTests
{
    [Theory]
    [InlineData("01", "01")]
    [InlineData(" ｈｏｎｃｈｏ－１ ", "HONCHO-1")]
    [InlineData("a", "A")]
    [InlineData("1234567890", "1234567890")]
    public void Code_has_one_stored_form(string typed, string stored) => Assert.Equal(stored, CounterCode.Parse(typed).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("12345678901")]
    [InlineData("A B")]
    [InlineData("本庁")]
    [InlineData("A_1")]
    [InlineData("../1")]
    public void Other_text_is_refused(string? typed) => Assert.False(CounterCode.TryParse(typed, out _));
}
