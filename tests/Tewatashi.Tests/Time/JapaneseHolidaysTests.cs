using System.Globalization;
using Tewatashi.Time;

namespace Tewatashi.Tests.Time;

public sealed class JapaneseHolidaysTests
{
    // 内閣府「国民の祝日について」
    [Theory]
    [InlineData(2015, "1/1 1/12 2/11 3/21 4/29 5/3 5/4 5/5 5/6 7/20 9/21 9/22 9/23 10/12 11/3 11/23 12/23")]
    [InlineData(2016, "1/1 1/11 2/11 3/20 3/21 4/29 5/3 5/4 5/5 7/18 8/11 9/19 9/22 10/10 11/3 11/23 12/23")]
    [InlineData(2019, "1/1 1/14 2/11 3/21 4/29 4/30 5/1 5/2 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/23 10/14 10/22 11/3 11/4 11/23")]
    [InlineData(2020, "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/23 7/24 8/10 9/21 9/22 11/3 11/23")]
    [InlineData(2021, "1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9 9/20 9/23 11/3 11/23")]
    [InlineData(2024, "1/1 1/8 2/11 2/12 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/22 9/23 10/14 11/3 11/4 11/23")]
    [InlineData(2026, "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23")]
    public void Year_has_exactly_its_announced_holidays(int year, string days) => Assert.Equal(
        days,
        string.Join(' ', JapaneseHolidays.In(year).Keys.Order().Select(date => date.ToString("M/d", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData(2026, 1, 1, "元日")]
    [InlineData(2026, 2, 23, "天皇誕生日")]
    [InlineData(2018, 12, 23, "天皇誕生日")]
    [InlineData(2026, 5, 6, "振替休日")]
    [InlineData(2026, 9, 22, "国民の休日")]
    [InlineData(2032, 9, 21, "国民の休日")]
    [InlineData(2019, 4, 30, "国民の休日")]
    [InlineData(2019, 5, 1, "天皇の即位の日")]
    [InlineData(2019, 10, 14, "体育の日")]
    [InlineData(2020, 7, 24, "スポーツの日")]
    [InlineData(2026, 10, 12, "スポーツの日")]
    [InlineData(2021, 8, 8, "山の日")]
    [InlineData(2026, 5, 4, "みどりの日")]
    public void Holiday_has_its_name(int year, int month, int day, string name) =>
        Assert.Equal(name, JapaneseHolidays.NameOf(new DateOnly(year, month, day)));

    [Theory]
    [InlineData(2019, 2, 23)]
    [InlineData(2019, 12, 23)]
    [InlineData(2015, 8, 11)]
    [InlineData(2020, 10, 12)]
    [InlineData(2021, 8, 11)]
    [InlineData(2026, 12, 31)]
    public void Working_day_is_none(int year, int month, int day) =>
        Assert.False(JapaneseHolidays.IsHoliday(new DateOnly(year, month, day)));

    [Fact]
    public void Equinoxes_from_2015_to_2035_are_those_of_the_observatory()
    {
        int[] spring = [21, 20, 20, 21, 21, 20, 20, 21, 21, 20, 20, 20, 21, 20, 20, 20, 21, 20, 20, 20, 21];
        int[] autumn = [23, 22, 23, 23, 23, 22, 23, 23, 23, 22, 23, 23, 23, 22, 23, 23, 23, 22, 23, 23, 23];
        for (var year = 2015; year <= 2035; year++)
        {
            Assert.Equal("春分の日", JapaneseHolidays.NameOf(new DateOnly(year, 3, spring[year - 2015])));
            Assert.Equal("秋分の日", JapaneseHolidays.NameOf(new DateOnly(year, 9, autumn[year - 2015])));
        }
    }

    [Fact]
    public void Every_holiday_on_a_Sunday_is_made_up_for_within_the_week()
    {
        for (var year = 2015; year <= 2099; year++)
        {
            var holidays = JapaneseHolidays.In(year);
            Assert.InRange(holidays.Count, 16, 22);
            Assert.Equal(
                holidays.Count(day => day.Key.DayOfWeek == DayOfWeek.Sunday),
                holidays.Count(day => day.Value == "振替休日"));
            Assert.All(holidays.Where(day => day.Value == "振替休日"), day => Assert.NotEqual(DayOfWeek.Sunday, day.Key.DayOfWeek));
        }
    }

    [Fact]
    public void Years_at_the_edges_do_not_fail()
    {
        Assert.False(JapaneseHolidays.IsHoliday(DateOnly.MinValue));
        Assert.False(JapaneseHolidays.IsHoliday(DateOnly.MaxValue));
    }
}
