using System.Globalization;
using CsCheck;
using Tewatashi.Time;

namespace Tewatashi.Tests.Time;

public sealed class JapaneseDateTests
{
    private static readonly Gen<DateOnly> AnyDate =
        Gen.Int[new DateOnly(1873, 1, 1).DayNumber, new DateOnly(2060, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("2026-04-01", 2026, 4, 1)]
    [InlineData("2026/4/1", 2026, 4, 1)]
    [InlineData("20260401", 2026, 4, 1)]
    [InlineData("2026年4月1日", 2026, 4, 1)]
    [InlineData("２０２６ー０４ー０１", 2026, 4, 1)]
    [InlineData(" 令和8年4月1日 ", 2026, 4, 1)]
    [InlineData("令和 8年 4月 1日", 2026, 4, 1)]
    [InlineData("令和８年０４月０１日", 2026, 4, 1)]
    [InlineData("令和元年5月1日", 2019, 5, 1)]
    [InlineData("令和1年5月1日", 2019, 5, 1)]
    [InlineData("㋿元年5月1日", 2019, 5, 1)]
    [InlineData("平成31年4月30日", 2019, 4, 30)]
    [InlineData("平成元年1月8日", 1989, 1, 8)]
    [InlineData("昭和64年1月7日", 1989, 1, 7)]
    [InlineData("昭和元年12月25日", 1926, 12, 25)]
    [InlineData("大正15年12月24日", 1926, 12, 24)]
    [InlineData("大正元年7月30日", 1912, 7, 30)]
    [InlineData("明治45年7月29日", 1912, 7, 29)]
    [InlineData("明治6年1月1日", 1873, 1, 1)]
    [InlineData("2024-02-29", 2024, 2, 29)]
    public void Date_in_any_written_form_is_read(string written, int year, int month, int day)
    {
        Assert.True(JapaneseDate.TryParse(written, out var date));
        Assert.Equal(new DateOnly(year, month, day), date);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("平成31年5月1日")]
    [InlineData("昭和64年1月8日")]
    [InlineData("平成元年1月7日")]
    [InlineData("令和元年4月30日")]
    [InlineData("昭和元年12月24日")]
    [InlineData("大正15年12月25日")]
    [InlineData("明治45年7月30日")]
    [InlineData("明治5年12月31日")]
    [InlineData("令和0年5月1日")]
    [InlineData("令和8年2月29日")]
    [InlineData("2026-02-29")]
    [InlineData("2026-04-31")]
    [InlineData("2026-13-01")]
    [InlineData("2026-00-01")]
    [InlineData("2026-04-00")]
    [InlineData("0000-04-01")]
    [InlineData("2026-04/01")]
    [InlineData("2026.4.1")]
    [InlineData("2026-04-01T00:00")]
    [InlineData("2026040")]
    [InlineData("202604011")]
    [InlineData("04-01")]
    [InlineData("4月1日")]
    [InlineData("令和8年")]
    [InlineData("慶応3年1月1日")]
    [InlineData("R8.4.1")]
    [InlineData("٢٠٢٦-04-01")]
    public void Impossible_or_other_text_is_refused(string? written) => Assert.False(JapaneseDate.TryParse(written, out _));

    [Theory]
    [InlineData("R7.4.1", 2025, 4, 1)]
    [InlineData("S39/4/1", 1964, 4, 1)]
    [InlineData("ｈ３１．４．３０", 2019, 4, 30)]
    [InlineData("T1-07-30", 1912, 7, 30)]
    [InlineData("M45.7.29", 1912, 7, 29)]
    [InlineData("R元.5.1", 2019, 5, 1)]
    [InlineData("2026-04-01", 2026, 4, 1)]
    public void Short_era_is_read_where_asked(string written, int year, int month, int day)
    {
        Assert.True(JapaneseDate.TryParse(written, out var date, shortEras: true));
        Assert.Equal(new DateOnly(year, month, day), date);
    }

    [Theory]
    [InlineData("H31.5.1")]
    [InlineData("S64.1.8")]
    [InlineData("R7.4/1")]
    [InlineData("X7.4.1")]
    [InlineData("R7.4")]
    [InlineData("R")]
    [InlineData("R2026.4.1")]
    public void Impossible_short_era_is_refused(string written) => Assert.False(JapaneseDate.TryParse(written, out _, shortEras: true));

    [Theory]
    [InlineData(2026, 4, 1, "令和8年4月1日(水)", "4月1日(水)")]
    [InlineData(2019, 5, 1, "令和元年5月1日(水)", "5月1日(水)")]
    [InlineData(2019, 4, 30, "平成31年4月30日(火)", "4月30日(火)")]
    [InlineData(1872, 12, 31, "1872年12月31日(火)", "12月31日(火)")]
    public void Date_is_written_for_people(int year, int month, int day, string full, string brief)
    {
        var date = new DateOnly(year, month, day);
        Assert.Equal(full, JapaneseDate.Full(date));
        Assert.Equal(brief, JapaneseDate.Brief(date));
    }

    [Fact]
    public void Every_date_reads_back_from_every_form() => AnyDate.Sample(date =>
    {
        var invariant = CultureInfo.InvariantCulture;
        string[] forms =
        [
            JapaneseDate.WithEra(date),
            date.ToString("yyyy-MM-dd", invariant),
            date.ToString("yyyy/M/d", invariant),
            date.ToString("yyyyMMdd", invariant),
            date.ToString("yyyy年M月d日", invariant),
        ];
        Assert.All(forms, form =>
        {
            Assert.True(JapaneseDate.TryParse(form, out var read), form);
            Assert.Equal(date, read);
        });
    }, iter: 3000);

    [Fact]
    public void Date_of_any_era_and_year_is_read_only_if_it_is_written_so() =>
        Gen.Select(Gen.Int[0, Eras.All.Count - 1], Gen.Int[0, 70], Gen.Int[1, 12], Gen.Int[1, 31]).Sample((era, year, month, day) =>
        {
            var written = $"{Eras.All[era].Name}{year}年{month}月{day}日";
            if (JapaneseDate.TryParse(written, out var date))
                Assert.Equal(written.Replace("和1年", "和元年", StringComparison.Ordinal).Replace("成1年", "成元年", StringComparison.Ordinal)
                    .Replace("正1年", "正元年", StringComparison.Ordinal), JapaneseDate.WithEra(date));
        }, iter: 20000);

    [Fact]
    public void Eras_join_without_gap_or_overlap()
    {
        for (var i = 1; i < Eras.All.Count; i++)
            Assert.Equal(Eras.All[i - 1].From, Eras.All[i].To.AddDays(1));
        Assert.Equal(DateOnly.MaxValue, Eras.All[0].To);
        Assert.Null(Eras.Of(new DateOnly(1872, 12, 31)));
    }
}
