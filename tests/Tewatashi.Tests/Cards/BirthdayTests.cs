using CsCheck;
using Tewatashi.Cards;
using Tewatashi.Text;

namespace Tewatashi.Tests.Cards;

public sealed class BirthdayTests
{
    [Theory]
    [InlineData("1950-03-07", "1950-03-07")]
    [InlineData("1950/3/7", "1950-03-07")]
    [InlineData("19500307", "1950-03-07")]
    [InlineData("１９５０年３月７日", "1950-03-07")]
    [InlineData("昭和25年3月7日", "1950-03-07")]
    [InlineData("平成元年9月24日", "1989-09-24")]
    [InlineData("03-07", "0000-03-07")]
    [InlineData("3月7日", "0000-03-07")]
    [InlineData("0000-03-07", "0000-03-07")]
    [InlineData("02-29", "0000-02-29")]
    [InlineData("2000-02-29", "2000-02-29")]
    [InlineData("1950-00-00", "1950-00-00")]
    [InlineData("1950/00/00", "1950-00-00")]
    [InlineData("19500000", "1950-00-00")]
    [InlineData("1950-03-00", "1950-03-00")]
    [InlineData("昭和25年00月00日", "1950-00-00")]
    [InlineData("0000-00-00", "0000-00-00")]
    public void Written_form_has_one_stored_form(string written, string stored) =>
        Assert.Equal(stored, Birthday.Parse(written).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1950-02-29")]
    [InlineData("02-30")]
    [InlineData("04-31")]
    [InlineData("1950-13-01")]
    [InlineData("1950-03-32")]
    [InlineData("1950-00-32")]
    [InlineData("1500-01-01")]
    [InlineData("昭和64年1月8日")]
    [InlineData("昭和65年00月00日")]
    [InlineData("S25.3.7")]
    [InlineData("1950-03")]
    [InlineData("0307")]
    [InlineData("1950-03-07 00:00")]
    public void Impossible_or_other_text_is_refused(string? written) => Assert.False(Birthday.TryParse(written, out _));

    [Fact]
    public void Short_era_is_read_from_files_only()
    {
        Assert.True(Birthday.TryParse("S25.3.7", true, out var birthday));
        Assert.Equal("1950-03-07", birthday.Value);
    }

    [Fact]
    public void Year_is_dropped_and_month_and_day_stay()
    {
        var birthday = Birthday.Parse("2000-02-29");
        Assert.Equal(2000, birthday.Year);
        Assert.Equal("0000-02-29", birthday.WithoutYear().Value);
        Assert.Null(birthday.WithoutYear().Year);
        Assert.Equal("02-29", birthday.WithoutYear().MonthDay);
        Assert.True(birthday.HasMonthDay);
        Assert.False(Birthday.Parse("1950-00-00").WithoutYear().HasMonthDay);
    }

    [Theory]
    [InlineData("1950-03-07", "03-07", true)]
    [InlineData("1950-03-07", "1951-03-07", true)]
    [InlineData("1950-03-07", "1950-07-03", false)]
    [InlineData("1950-03-07", "1950-03-08", false)]
    [InlineData("1950-03-07", "1950-04-07", false)]
    [InlineData("1950-00-00", "00-00", true)]
    [InlineData("1950-00-00", "03-07", false)]
    [InlineData("02-29", "2000-02-29", true)]
    public void Blind_comparison_sees_month_and_day_only(string one, string other, bool same)
    {
        Assert.Equal(same, Birthday.Parse(one).SameMonthDay(Birthday.Parse(other)));
        Assert.Equal(same, Birthday.Parse(one).MonthDay == Birthday.Parse(other).MonthDay);
    }

    [Theory]
    [InlineData("1950-03-07", "1950年3月7日")]
    [InlineData("0000-12-31", "12月31日")]
    [InlineData("1950-00-00", "1950年月日不明")]
    [InlineData("1950-03-00", "1950年3月日不明")]
    [InlineData("0000-00-00", "月日不明")]
    public void Display_says_what_is_known(string stored, string shown) => Assert.Equal(shown, Birthday.Parse(stored).Display);

    [Fact]
    public void Three_inputs_give_the_same_value()
    {
        Assert.True(Birthday.TryFrom(0, 2, 29, out var leap));
        Assert.Equal(Birthday.Parse("02-29"), leap);
        Assert.False(Birthday.TryFrom(1999, 2, 29, out _));
        Assert.False(Birthday.TryFrom(0, 13, 1, out _));
        Assert.False(Birthday.TryFrom(-1, 1, 1, out _));
        Assert.False(Birthday.TryFrom(10000, 1, 1, out _));
    }

    [Fact]
    public void Text_in_a_log_shows_nothing_of_it() => Assert.Equal(Personal.Mask, $"{Birthday.Parse("1950-03-07")}");

    [Fact]
    public void Every_readable_value_reads_back_equal() =>
        Gen.Select(Gen.Int[0, 2100], Gen.Int[0, 13], Gen.Int[0, 32]).Sample((year, month, day) =>
        {
            if (Birthday.TryFrom(year, month, day, out var birthday))
            {
                Assert.Equal(birthday, Birthday.Parse(birthday.Value));
                Assert.True(birthday.SameMonthDay(birthday.WithoutYear()));
            }
        }, iter: 5000);

    [Fact]
    public void Any_text_is_read_without_failing() =>
        Gen.String[Gen.OneOf(Gen.Char['0', '9'], Gen.OneOf('-', '/', '年', '月', '日', '昭', '和', '元', 'S', '.')), 0, 14]
            .Sample(text => { Birthday.TryParse(text, true, out _); }, iter: 20000);
}
