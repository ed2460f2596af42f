using Tewatashi.Staff.Pages.Day;

namespace Tewatashi.Tests.Staff.Day;

public sealed class MinuteWordsTests
{
    [Theory]
    [InlineData(0, "0分")]
    [InlineData(59, "59分")]
    [InlineData(60, "1時間0分")]
    [InlineData(563, "9時間23分")]
    public void Minutes_of_an_hour_and_more_are_said_in_hours(int minutes, string words) => Assert.Equal(words, MinuteWords.Of(minutes));
}
