using CsCheck;
using Tewatashi.Text;

namespace Tewatashi.Tests.Text;

public sealed class CheckDigitTests
{
    private static readonly Gen<string> Digits = Gen.String[Gen.Char['0', '9'], 1, 14];

    [Fact]
    public void Published_example_has_its_digit() => Assert.Equal('4', CheckDigit.For("572"));

    [Fact]
    public void Right_digit_fits() => Digits.Sample(x => CheckDigit.Fits(x + CheckDigit.For(x)));

    [Fact]
    public void Every_single_wrong_digit_is_caught() => Digits.Sample(digits =>
    {
        var right = digits + CheckDigit.For(digits);
        for (var i = 0; i < right.Length; i++)
        {
            for (var wrong = '0'; wrong <= '9'; wrong++)
            {
                if (wrong != right[i])
                    Assert.False(CheckDigit.Fits(right[..i] + wrong + right[(i + 1)..]));
            }
        }
    });

    [Fact]
    public void Every_swap_of_unlike_neighbours_is_caught() => Digits.Sample(digits =>
    {
        var right = digits + CheckDigit.For(digits);
        for (var i = 1; i < right.Length; i++)
        {
            if (right[i] != right[i - 1])
                Assert.False(CheckDigit.Fits(right[..(i - 1)] + right[i] + right[i - 1] + right[(i + 1)..]));
        }
    });

    [Fact]
    public void Every_number_of_four_digits_catches_all_errors_and_swaps()
    {
        // Exhaustive where it can be: state and digits cover the whole table.
        for (var n = 0; n < 1000; n++)
        {
            var digits = $"{n:000}";
            var right = digits + CheckDigit.For(digits);
            for (var i = 0; i < 4; i++)
            {
                for (var d = '0'; d <= '9'; d++)
                    Assert.Equal(d == right[i], CheckDigit.Fits(right[..i] + d + right[(i + 1)..]));
                if (i > 0 && right[i] != right[i - 1])
                    Assert.False(CheckDigit.Fits(right[..(i - 1)] + right[i] + right[i - 1] + right[(i + 1)..]));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("572A")]
    [InlineData("５７２４")]
    public void Other_text_does_not_fit(string text) => Assert.False(CheckDigit.Fits(text));
}
