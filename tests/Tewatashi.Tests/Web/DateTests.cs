using Tewatashi.Web.Forms;

namespace Tewatashi.Tests.Web;

public sealed class DateTests
{
    private readonly Rendered page = new();

    [Theory]
    [InlineData("2026", "10", "1", "2026-10-01")]
    [InlineData("２０２４", "２", "２９", "2024-02-29")]
    [InlineData(" 2026 ", "03", "31", "2026-03-31")]
    public void Date_typed_in_any_width_is_understood(string year, string month, string day, string expected)
    {
        Assert.True(new DateParts { Year = year, Month = month, Day = day }.TryDate(out var date));
        Assert.Equal(DateOnly.ParseExact(expected, "yyyy-MM-dd"), date);
    }

    [Theory]
    [InlineData("2026", "2", "29")]
    [InlineData("2026", "13", "1")]
    [InlineData("2026", "0", "1")]
    [InlineData("", "1", "1")]
    [InlineData("-2026", "1", "1")]
    [InlineData("2026", "1", "二")]
    [InlineData("10000", "1", "1")]
    [InlineData("99999999999", "1", "1")]
    public void Date_that_does_not_exist_is_refused(string year, string month, string day) =>
        Assert.False(new DateParts { Year = year, Month = month, Day = day }.TryDate(out _));

    [Theory]
    [InlineData("2", "29", true)]
    [InlineData("2", "30", false)]
    [InlineData("4", "31", false)]
    [InlineData("１２", "３１", true)]
    [InlineData("", "", false)]
    public void Birthday_without_year_knows_every_day_of_any_year(string month, string day, bool isDay) =>
        Assert.Equal(isDay, new DateParts { Month = month, Day = day }.TryMonthDay(out _));

    [Fact]
    public async Task Birthday_asks_month_and_day_only()
    {
        var field = await Rendered.ElementAsync(new DateTagHelper { Field = Rendered.Field("Birthday", new DateParts { Month = "4", Day = "1" }), Label = "誕生日", View = page.View }, "tw-birthday");
        Assert.Equal(["Birthday.Month", "Birthday.Day"], field.QuerySelectorAll("input").Select(i => i.GetAttribute("name")));
        Assert.Equal(["4", "1"], field.QuerySelectorAll("input").Select(i => i.GetAttribute("value")));
        Assert.Equal(["bday-month", "bday-day"], field.QuerySelectorAll("input").Select(i => i.GetAttribute("autocomplete")));
    }

    [Fact]
    public async Task Date_with_a_wrong_day_marks_that_input_alone()
    {
        page.State.SetModelValue("Visit.Day", "45", "45");
        page.State.AddModelError("Visit.Day", "日は1から31の数字で入力してください。");
        var field = await Rendered.ElementAsync(new DateTagHelper { Field = Rendered.Field<DateParts>("Visit", null), Label = "来庁する日", View = page.View }, "tw-date");
        Assert.Equal(["Visit.Day"], field.QuerySelectorAll("[aria-invalid]").Select(i => i.GetAttribute("name")));
        Assert.Equal("45", field.QuerySelector("#Visit_Day")!.GetAttribute("value"));
        Assert.Equal("Visit-error", field.GetAttribute("aria-describedby"));
        Assert.Equal("＊日は1から31の数字で入力してください。", field.QuerySelector("#Visit-error")!.TextContent);
    }

    [Fact]
    public async Task Date_with_optional_year_requires_month_and_day_only()
    {
        var field = await Rendered.ElementAsync(new DateTagHelper { Field = Rendered.Field<DateParts>("Since", null), Label = "日", View = page.View, Year = YearPart.Optional }, "tw-date");
        Assert.Equal(["Since.Month", "Since.Day"], field.QuerySelectorAll("[aria-required]").Select(i => i.GetAttribute("name")));
        Assert.Equal("年（任意）", field.QuerySelector("label[for=Since_Year]")!.TextContent);
    }
}
