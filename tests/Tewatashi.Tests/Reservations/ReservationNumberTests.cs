using Tewatashi.Reservations;
using Tewatashi.Text;

namespace Tewatashi.Tests.Reservations;

public sealed class ReservationNumberTests
{
    [Fact]
    public void New_number_has_ten_digits_reads_back_and_is_not_countable()
    {
        var numbers = Enumerable.Range(0, 2000).Select(_ => ReservationNumber.New()).ToList();
        Assert.All(numbers, number =>
        {
            Assert.Matches(@"\A[1-9][0-9]{9}\z", number.Value);
            Assert.Matches(@"\A[0-9]{4}-[0-9]{3}-[0-9]{3}\z", number.Display);
            Assert.Equal(number, ReservationNumber.Parse(number.Display));
            Assert.False(IndividualNumber.ContainsOne(number.Display));
        });
        // 2,000 of 900 million: two equal ones happen once in 450 runs, three in none; neighbours in a row would mean a counter.
        Assert.InRange(numbers.Distinct().Count(), 1998, 2000);
        var nine = numbers.Select(number => long.Parse(number.Value[..9], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.InRange(nine.Zip(nine.Skip(1)).Count(pair => Math.Abs(pair.First - pair.Second) < 1000), 0, 2);
    }

    [Fact]
    public void Number_is_read_whatever_the_keyboard()
    {
        var number = ReservationNumber.New();
        var wide = string.Concat(number.Value.Select(c => (char)(c + 0xFEE0)));
        Assert.Equal(number, ReservationNumber.Parse($" {wide[..4]}ー{wide[4..7]}－{wide[7..]}　"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5724")]
    [InlineData("123456789A")]
    [InlineData("00000000000")]
    public void Other_text_is_refused(string? typed) => Assert.False(ReservationNumber.TryParse(typed, out _));

    [Fact]
    public void Mistyped_digit_is_refused()
    {
        var right = ReservationNumber.New().Value;
        var wrong = right[..^1] + (char)('0' + ((right[^1] - '0' + 1) % 10));
        Assert.False(ReservationNumber.TryParse(wrong, out _));
    }
}
