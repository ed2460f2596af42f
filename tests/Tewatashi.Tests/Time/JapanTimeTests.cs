using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Tewatashi.Time;

namespace Tewatashi.Tests.Time;

public sealed class JapanTimeTests
{
    [Theory]
    [InlineData("2026-03-31T14:59:59Z", 2026, 3, 31)]
    [InlineData("2026-03-31T15:00:00Z", 2026, 4, 1)]
    [InlineData("2026-07-31T15:00:00Z", 2026, 8, 1)]
    [InlineData("2026-04-01T00:30:00+14:00", 2026, 3, 31)]
    public void Day_changes_at_midnight_in_Japan(string instant, int year, int month, int day)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(new DateOnly(year, month, day), JapanTime.Today(clock));
    }

    [Fact]
    public void Zone_of_the_machine_changes_nothing()
    {
        var clock = new FakeTimeProvider(new(2026, 1, 1, 0, 30, 0, TimeSpan.Zero));
        clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("far", TimeSpan.FromHours(-11), "far", "far"));
        Assert.Equal(new DateOnly(2026, 1, 1), JapanTime.Today(clock));
        Assert.Equal(new TimeOnly(9, 30), JapanTime.TimeNow(clock));
    }

    [Fact]
    public void Instant_of_a_date_and_time_gives_them_back_and_is_utc() =>
        Gen.Select(Gen.Int[1, 3_000_000], Gen.Int[0, 86_399]).Sample((days, seconds) =>
        {
            var date = DateOnly.FromDayNumber(days);
            var time = TimeOnly.MinValue.Add(TimeSpan.FromSeconds(seconds));
            var instant = JapanTime.InstantOf(date, time);
            Assert.Equal(TimeSpan.Zero, instant.Offset);
            Assert.Equal(date, JapanTime.DateOf(instant));
            Assert.Equal(time, JapanTime.TimeOf(instant));
        });

    [Fact]
    public void Office_day_starts_nine_hours_before_that_of_Greenwich() => Assert.Equal(
        new DateTimeOffset(2026, 3, 31, 15, 0, 0, TimeSpan.Zero), JapanTime.StartOf(new DateOnly(2026, 4, 1)));
}
