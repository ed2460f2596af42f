using Tewatashi.Cards;

namespace Tewatashi.Tests.Cards;

public sealed class DispatchNumberTests
{
    [Theory]
    [InlineData(" H2600-00 ", "H2600-00")]
    [InlineData("Ｈ２６００－００", "H2600-00")]
    [InlineData("第3便", "第3便")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    public void Dispatch_number_is_kept_as_written(string typed, string stored) =>
        Assert.Equal(stored, DispatchNumber.Parse(typed).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("123456789012345678901")]
    [InlineData("H26\t00")]
    [InlineData("H26\u200B00")]
    [InlineData("123456789018")]
    public void Blank_long_control_or_individual_number_is_refused(string? typed) =>
        Assert.False(DispatchNumber.TryParse(typed, out _));

    [Theory]
    [InlineData("ｈ２６００００", true)]
    [InlineData("H2600 00", true)]
    [InlineData("H2600-01", false)]
    [InlineData("", false)]
    public void Caller_need_not_spell_it_alike(string said, bool same) =>
        Assert.Equal(same, DispatchNumber.Parse("H2600-00").Matches(said));
}
