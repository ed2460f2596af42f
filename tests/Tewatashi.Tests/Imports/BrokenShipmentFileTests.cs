using System.Text;
using Tewatashi.Imports;
using static Tewatashi.Tests.Imports.ShipmentText;

namespace Tewatashi.Tests.Imports;

/// <summary>Files that are refused whole: each with the line, the column and a reason a clerk can act on.</summary>
public sealed class BrokenShipmentFileTests
{
    [Fact]
    public async Task An_empty_file_is_refused() =>
        Assert.Equal(new FileRefused(1, "", "ファイルが空です。"), await RefusalAsync([]));

    [Fact]
    public async Task A_file_of_a_mark_and_empty_lines_is_refused() =>
        Assert.Equal(new FileRefused(1, "", "ファイルが空です。"), await RefusalAsync([0xEF, 0xBB, 0xBF, (byte)'\r', (byte)'\n']));

    [Fact]
    public async Task Utf8_declared_as_cp932_is_refused_at_its_header_or_first_contradiction()
    {
        var refusal = await RefusalAsync(Encoding.UTF8.GetBytes(File(Row(1))));
        Assert.Equal(1, refusal.Line);
        Assert.Contains("CP932", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cp932_declared_as_utf8_is_refused_with_line_and_byte()
    {
        var header = Encoding.UTF8.GetBytes(Header + "\r\n");
        var refusal = await RefusalAsync([.. header, .. Cp932.GetBytes("MIH,ミ\r\n")], ImportEncoding.Utf8);
        Assert.Equal((2, ""), (refusal.Line, refusal.Column));
        Assert.Contains($"UTF-8として読めない文字があります(先頭から{header.Length + 5}バイト目)", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_that_is_no_character_is_named_by_line_and_byte_far_into_the_file()
    {
        var good = Cp932.GetBytes(File([.. Enumerable.Range(1, 5_000).Select(number => Row(number))]));
        var readings = await ReadAsync([.. good, .. Cp932.GetBytes("MIH9"), 0xFF, (byte)'\r', (byte)'\n']);
        var refusal = Assert.IsType<FileRefused>(readings[^1]);
        Assert.Equal(5_002, refusal.Line);
        Assert.Contains($"先頭から{good.Length + 5}バイト目", refusal.Reason, StringComparison.Ordinal);
        Assert.Equal(5_000, readings.OfType<RowRead>().Count());
    }

    [Fact]
    public async Task A_mark_of_utf8_against_a_declared_cp932_is_refused()
    {
        var refusal = await RefusalAsync([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(File(Row(1)))], ImportEncoding.Cp932);
        Assert.Equal(1, refusal.Line);
        Assert.Contains("BOM", refusal.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ImportEncoding.Cp932)]
    [InlineData(ImportEncoding.Utf8)]
    public async Task A_file_cut_inside_a_character_says_so(ImportEncoding encoding)
    {
        var bytes = (encoding == ImportEncoding.Utf8 ? Encoding.UTF8 : Cp932).GetBytes(File(Row(1)) + "MIH000002,,ミ");
        var refusal = await RefusalAsync(bytes[..^1], encoding);
        Assert.Equal(3, refusal.Line);
        Assert.Contains("文字の途中で切れています", refusal.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task Utf16_and_utf32_are_recognised_and_refused(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var refusal = await RefusalAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(File(Row(1)))]);
        Assert.Equal(1, refusal.Line);
        Assert.Contains("UTF-16", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_is_recognised_and_refused()
    {
        var refusal = await RefusalAsync([(byte)'P', (byte)'K', 3, 4, 20, 0, 6, 0, 8, 0]);
        Assert.Contains("CSV形式で保存し直してください", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nul_byte_is_refused_with_line_and_byte()
    {
        var bytes = Cp932.GetBytes(File(Row(1), Row(2)));
        var place = Array.LastIndexOf(bytes, (byte)'0');
        bytes[place] = 0;
        var refusal = await RefusalAsync(bytes);
        Assert.Equal(3, refusal.Line);
        Assert.Contains($"NUL(値が0のバイト)があります(先頭から{place + 1}バイト目)", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotes_never_closed_name_the_line_where_they_opened()
    {
        var refusal = await RefusalAsync(File(Row(1), Row(2, kana: "\"ミホン　タロウ"), Row(3)));
        Assert.Equal((3, "カナ氏名"), (refusal.Line, refusal.Column));
        Assert.Contains("閉じられないまま", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotes_never_closed_in_a_long_file_name_the_line_where_they_opened()
    {
        var rows = Enumerable.Range(1, 2_000).Select(number => Row(number, kana: number == 7 ? "\"ミホン" : "ミホン"));
        var refusal = await RefusalAsync(File([.. rows]));
        Assert.Equal((8, "カナ氏名"), (refusal.Line, refusal.Column));
        Assert.Contains("閉じられていないようです", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotes_that_meet_the_quotes_of_a_later_row_name_the_line_where_they_opened()
    {
        var refusal = await RefusalAsync(File(Row(1, kana: "\"ミホン"), Row(2, kana: "\"ミホン\"")));
        Assert.Equal((2, "カナ氏名"), (refusal.Line, refusal.Column));
        Assert.Contains("あとの行の引用符", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_after_closed_quotes_is_refused()
    {
        var refusal = await RefusalAsync(File(Row(1), Row(2, kana: "\"ミホン\"タロウ")));
        Assert.Equal((3, "カナ氏名"), (refusal.Line, refusal.Column));
        Assert.Contains("閉じた引用符", refusal.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("\"A")]
    [InlineData(",")]
    [InlineData("\",\"\"")]
    public async Task A_gigabyte_in_one_line_is_refused_after_its_beginning(string repeated)
    {
        await using var stream = new PiecemealStream(
            Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(repeated, 1024))), int.MaxValue, 1024 * 1024 / repeated.Length);
        var refusal = Assert.IsType<FileRefused>((await ReadAsync(stream))[^1]);
        Assert.Equal(1, refusal.Line);
        Assert.InRange(stream.BytesRead, 1, 256 * 1024);
    }

    [Fact]
    public async Task A_cell_too_long_names_its_line_and_column()
    {
        var refusal = await RefusalAsync(File(Row(1), Row(2, dispatch: new string('1', 1_001))));
        Assert.Equal((3, "発送番号"), (refusal.Line, refusal.Column));
        Assert.Contains("1,000文字を超えています", refusal.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("製造管理番号")]
    [InlineData("申請書ID")]
    [InlineData("カナ氏名")]
    [InlineData("生年月日")]
    [InlineData("発送番号")]
    public async Task A_missing_column_refuses_the_file_and_is_named(string column)
    {
        var refusal = await RefusalAsync(File(Row(1)).Replace(column, "備考", StringComparison.Ordinal));
        Assert.Equal((1, column), (refusal.Line, refusal.Column));
        Assert.Contains(column, refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_header_is_refused_and_nothing_of_its_row_is_told()
    {
        var refusal = await RefusalAsync(Row(1) + "\r\n");
        Assert.Equal((1, "製造管理番号"), (refusal.Line, refusal.Column));
        Assert.DoesNotContain("ミホン", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_in_the_place_of_a_header_that_is_an_individual_number_is_never_told()
    {
        var refusal = await RefusalAsync(Header + ",123456789018\r\n");
        Assert.Equal((1, "9列目"), (refusal.Line, refusal.Column));
        Assert.DoesNotContain("123456789018", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("発送番号")]
    [InlineData(" 発送番号　")]
    [InlineData("備考,備考")]
    public async Task A_header_given_twice_refuses_the_file(string more)
    {
        var refusal = await RefusalAsync($"{Header},{more}\r\n");
        Assert.Equal((1, more.Split(',')[0].Trim()), (refusal.Line, refusal.Column));
        Assert.Contains("2つあります", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_names_of_the_birthday_refuse_the_file()
    {
        var refusal = await RefusalAsync(Header + ",誕生日\r\n");
        Assert.Equal((1, "誕生日"), (refusal.Line, refusal.Column));
        Assert.Contains("生年月日", refusal.Reason, StringComparison.Ordinal);
    }
}
