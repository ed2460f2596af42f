using CsCheck;
using Tewatashi.Time;

namespace Tewatashi.Tests.Time;

public sealed class BusinessDaysTests
{
    private static readonly DateOnly Wednesday = new(2026, 4, 1);

    [Theory]
    [InlineData("2026-04-01", true)]
    [InlineData("2026-04-04", false)]
    [InlineData("2026-04-05", false)]
    [InlineData("2026-04-29", false)]
    [InlineData("2026-09-22", false)]
    [InlineData("2026-12-28", true)]
    [InlineData("2026-12-29", false)]
    [InlineData("2027-01-03", false)]
    [InlineData("2027-01-04", true)]
    public void Office_is_closed_on_weekends_holidays_and_at_new_year(string date, bool open) =>
        Assert.Equal(open, BusinessDays.Default.IsOpen(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(1, 2026, 4, 2)]
    [InlineData(3, 2026, 4, 6)]
    [InlineData(20, 2026, 4, 30)]
    [InlineData(21, 2026, 5, 1)]
    [InlineData(22, 2026, 5, 7)]
    [InlineData(0, 2026, 4, 1)]
    [InlineData(-1, 2026, 3, 31)]
    [InlineData(-3, 2026, 3, 27)]
    public void Business_days_are_counted_from_the_next_day(int days, int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), BusinessDays.Default.Add(Wednesday, days));

    [Fact]
    public void Closed_day_itself_gives_the_next_open_one_for_zero() =>
        Assert.Equal(new DateOnly(2026, 4, 6), BusinessDays.Default.Add(new DateOnly(2026, 4, 4), 0));

    [Fact]
    public void Closures_of_the_municipality_count_too()
    {
        var days = new BusinessDays(new HashSet<DateOnly> { new(2026, 4, 2), new(2026, 3, 31) });
        Assert.Equal(new DateOnly(2026, 4, 3), days.Add(Wednesday, 1));
        Assert.Equal(new DateOnly(2026, 3, 30), days.Previous(Wednesday));
    }

    [Fact]
    public void Loaded_holidays_replace_the_computed_ones()
    {
        var days = new BusinessDays(static _ => false, static date => date == new DateOnly(2026, 4, 2));
        Assert.False(days.IsOpen(new DateOnly(2026, 4, 2)));
        Assert.True(days.IsOpen(new DateOnly(2026, 4, 29)));
    }

    [Fact]
    public void Office_that_never_opens_is_reported() =>
        Assert.Throws<InvalidOperationException>(() => new BusinessDays(static _ => true).Add(Wednesday, 1));

    [Fact]
    public void N_th_business_day_has_n_open_days_up_to_it() =>
        Gen.Select(Gen.Int[0, 3000], Gen.Int[1, 40]).Sample((offset, count) =>
        {
            var from = Wednesday.AddDays(offset);
            var to = BusinessDays.Default.Add(from, count);
            var open = 0;
            for (var date = from.AddDays(1); date <= to; date = date.AddDays(1))
                open += BusinessDays.Default.IsOpen(date) ? 1 : 0;
            Assert.Equal(count, open);
            Assert.True(BusinessDays.Default.IsOpen(to));
        });
}
