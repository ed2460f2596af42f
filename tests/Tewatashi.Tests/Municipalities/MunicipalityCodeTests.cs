using Tewatashi.Municipalities;

namespace Tewatashi.Tests.Municipalities;

public sealed class MunicipalityCodeTests
{
    [Theory]
    [InlineData("131041")]
    [InlineData("011002")]
    [InlineData("271004")]
    [InlineData("141003")]
    [InlineData("131016")]
    [InlineData("472018")]
    [InlineData("401307")]
    [InlineData("990001")]
    public void Published_code_and_the_fictional_one_fit(string code)
    {
        Assert.Equal(code, MunicipalityCode.Parse(code).Value);
        Assert.Equal(code, MunicipalityCode.FromFiveDigits(code[..5]).Value);
        for (var wrong = '0'; wrong <= '9'; wrong++)
            Assert.Equal(wrong == code[^1], MunicipalityCode.TryParse(code[..5] + wrong, out _));
    }

    [Fact]
    public void Every_completed_code_reads_back()
    {
        for (var five = 0; five < 100_000; five += 7)
        {
            var code = MunicipalityCode.FromFiveDigits($"{five:00000}");
            Assert.Equal(code, MunicipalityCode.Parse(code.Value));
            Assert.Equal(6, code.Value.Length);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("11002")]
    [InlineData("0110021")]
    [InlineData("13104A")]
    [InlineData("13104١")]
    public void Other_text_is_refused(string? typed) => Assert.False(MunicipalityCode.TryParse(typed, out _));

    [Theory]
    [InlineData("1310")]
    [InlineData("131041")]
    [InlineData("１３１０４")]
    public void Only_five_plain_digits_are_completed(string digits) =>
        Assert.Throws<FormatException>(() => MunicipalityCode.FromFiveDigits(digits));
}
