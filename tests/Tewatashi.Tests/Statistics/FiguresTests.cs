using Tewatashi.Statistics;

namespace Tewatashi.Tests.Statistics;

/// <summary>The arithmetic of the figures.</summary>
public sealed class FiguresTests
{
    [Fact]
    public void Days_to_notice_of_nothing_is_nothing() => Assert.Null(DaysToNotice.Of([]));

    [Theory]
    [InlineData(new[] { 5 }, 5, 5)]
    [InlineData(new[] { 3, 1, 2, 9 }, 2, 9)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 5, 9)]
    public void Days_to_notice_are_the_half_and_nine_of_ten(int[] days, int median, int nineOfTen) =>
        Assert.Equal(new DaysToNotice(days.Length, median, nineOfTen), DaysToNotice.Of(days));

    [Theory]
    [InlineData(new int[0], null)]
    [InlineData(new[] { 4 }, "1 4 4")]
    [InlineData(new[] { 30, 0, 5, 2 }, "4 2 30")]
    public void Waiting_is_the_half_and_nine_of_ten_of_those_who_were_called(int[] minutes, string? expected) =>
        Assert.Equal(expected, WaitMinutes.Of(minutes) is { } wait ? $"{wait.Visits} {wait.Median} {wait.NineOfTen}" : null);

    [Fact]
    public void Stock_age_counts_every_card_once() =>
        Assert.Equal([2, 1, 1, 1, 2], StockAge.Of([0, 30, 31, 180, 365, 366, 4000]).Select(age => age.Cards));

    [Fact]
    public void Period_is_a_year_at_most_and_never_backwards()
    {
        var first = new DateOnly(2028, 1, 1);
        Assert.True(Period.IsSound(first, first));
        Assert.True(Period.IsSound(first, first.AddDays(Period.Most - 1)));
        Assert.False(Period.IsSound(first, first.AddDays(Period.Most)));
        Assert.False(Period.IsSound(first, first.AddDays(-1)));
    }

    [Fact]
    public void Week_begins_on_its_monday() =>
        Assert.All(Enumerable.Range(23, 7), day => Assert.Equal(new DateOnly(2026, 11, 23), Period.WeekOf(new DateOnly(2026, 11, day))));
}
