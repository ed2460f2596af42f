using System.Text;
using Tewatashi.Cards;
using Tewatashi.Imports;
using static Tewatashi.Tests.Imports.ShipmentText;

namespace Tewatashi.Tests.Imports;

public sealed class ShipmentFileTests
{
    [Theory]
    [InlineData("shipment-cp932.csv", "CP932(シフトJIS)")]
    [InlineData("shipment-utf8.csv", "UTF-8")]
    public async Task A_delivery_of_either_encoding_reads_without_a_problem(string file, string encodingName)
    {
        await using var stream = System.IO.File.OpenRead(TestFile.Path("tests/data/" + file));
        var readings = await ReadAsync(stream);
        var verdict = Assert.IsType<FileRead>(readings[^1]);
        Assert.Equal((10, 0, 0, 0, encodingName), (verdict.Rows, verdict.RefusedRows, verdict.RepeatedRows, verdict.Warnings, verdict.EncodingName));
        var rows = readings.OfType<RowRead>().Select(reading => reading.Row).ToList();
        Assert.Equal(Enumerable.Range(2, 10), rows.Select(row => row.Line));
        Assert.Equal("MIH000003", rows[2].SerialNumber.Value);
        Assert.Equal("ミホン　ジロウ", rows[2].KanaName?.Value);
        Assert.Null(rows[2].Counter);
        Assert.Equal("SAMPLE　LOPEZ,　MARIA", rows[6].KanaName?.Value);
    }

    [Theory]
    [InlineData("shipment-standard-cp932.csv", 1000)]
    [InlineData("shipment-standard-utf8.csv", 200)]
    public async Task The_shared_samples_read_without_a_problem(string file, int expected)
    {
        var path = TestFile.Path("../shared/samples/" + file);
        if (!System.IO.File.Exists(path))
        {
            // A copy of the repository alone has no samples beside it; the two files under tests/data hold their shapes.
            return;
        }

        await using var stream = System.IO.File.OpenRead(path);
        var readings = await ReadAsync(stream);
        Assert.Empty(readings.OfType<RowRefused>());
        Assert.Equal(expected, readings.OfType<RowRead>().Count());
    }

    [Fact]
    public async Task Headers_match_in_any_order_width_and_surrounded_by_spaces()
    {
        var reading = await OneRowAsync(
            " ｶﾅ氏名 ,発送番号,誕生日,製造管理番号,申請書ＩＤ,", "ミホン,M1,07-14,MIH-000001,00000000000000000000001,");
        Assert.Equal("MIH000001", reading.Row.SerialNumber.Value);
    }

    [Fact]
    public async Task Unknown_columns_are_named_and_ignored()
    {
        var readings = await ReadAsync(Header + ",備考, ﾒﾓ,\r\n" + Row(1) + ",なにか,=1,\r\n");
        var verdict = Assert.IsType<FileRead>(readings[^1]);
        Assert.Equal(["備考", "メモ"], verdict.IgnoredColumns);
        Assert.Equal((1, 0), (verdict.Rows, verdict.RefusedRows));
    }

    [Fact]
    public async Task A_column_whose_name_can_not_be_shown_is_called_by_its_place()
    {
        var readings = await ReadAsync(Header + ",★\r\n" + Row(1) + ",123456789018\r\n");
        var problem = Assert.Single(Assert.IsType<RowRefused>(readings[0]).Problems);
        Assert.Equal((2, "9列目"), (problem.Line, problem.Column));
        Assert.Equal(["9列目"], Assert.IsType<FileRead>(readings[^1]).IgnoredColumns);
    }

    [Fact]
    public async Task Empty_lines_and_rows_of_separators_are_passed_over_and_counted_as_lines()
    {
        var readings = await ReadAsync(File(Row(1), "", ",,,,,,,", Row(2)));
        Assert.Equal([2, 5], readings.OfType<RowRead>().Select(reading => reading.Row.Line));
        Assert.Equal(2, Assert.IsType<FileRead>(readings[^1]).Rows);
    }

    [Fact]
    public async Task A_blank_name_is_taken_with_a_warning()
    {
        var reading = Assert.IsType<RowRead>((await ReadAsync(File(Row(1, kana: "　"))))[0]);
        Assert.Null(reading.Row.KanaName);
        var warning = Assert.Single(reading.Warnings);
        Assert.Equal((2, "カナ氏名"), (warning.Line, warning.Column));
    }

    [Fact]
    public async Task Optional_columns_are_read()
    {
        var row = Assert.IsType<RowRead>((await ReadAsync(File(Row(1, counter: "０２", deadline: "令和8年7月31日", route: "郵送"))))[0]).Row;
        Assert.Equal("02", row.Counter?.Value);
        Assert.Equal(new DateOnly(2026, 7, 31), row.Deadline);
        Assert.Equal(CardRoute.Post, row.Route);
    }

    [Fact]
    public async Task Every_problem_of_a_row_is_told()
    {
        var problems = await ProblemsAsync("MIH00001,123,ミ○ホン,1976-13-14,,???,いつか,宅配");
        Assert.Equal(
            ["製造管理番号", "申請書ID", "カナ氏名", "生年月日", "発送番号", "交付窓口", "交付期限", "交付方式"],
            problems.Select(problem => problem.Column));
        Assert.All(problems, problem => Assert.Equal(2, problem.Line));
    }

    [Fact]
    public async Task Good_rows_stand_beside_bad_ones()
    {
        var readings = await ReadAsync(File(Row(1), Row(2, birthday: "昭和64年1月8日"), Row(3)));
        Assert.Equal(["MIH000001", "MIH000003"], readings.OfType<RowRead>().Select(reading => reading.Row.SerialNumber.Value));
        var problem = Assert.Single(Assert.Single(readings.OfType<RowRefused>()).Problems);
        Assert.Equal((3, "生年月日"), (problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("123456789018")]
    [InlineData("１２３４５６７８９０１８")]
    [InlineData("1234-5678-9018")]
    [InlineData("控え 1234 5678 9018 まで")]
    public async Task An_individual_number_in_any_cell_refuses_the_row_and_is_never_told(string number)
    {
        foreach (var row in new[] { Row(1, dispatch: number) + ",", Row(1) + "," + number })
        {
            var readings = await ReadAsync($"{Header},備考\r\n{row}\r\n");
            var problem = Assert.IsType<RowRefused>(readings[0]).Problems.First(found => found.Reason.Contains("個人番号", StringComparison.Ordinal));
            Assert.Equal((2, row.EndsWith(',') ? "発送番号" : "備考"), (problem.Line, problem.Column));
            var told = string.Concat(Assert.IsType<RowRefused>(readings[0]).Problems).Normalize(NormalizationForm.FormKC);
            Assert.DoesNotContain("5678", told, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+ミホン")]
    [InlineData("-ミホン")]
    [InlineData("@ミホン")]
    [InlineData("＝ミホン")]
    [InlineData("＠ミホン")]
    public async Task A_spreadsheet_formula_is_refused_as_such(string cell)
    {
        var problem = Assert.Single(await ProblemsAsync(Row(1, kana: cell)));
        Assert.Equal((2, "カナ氏名"), (problem.Line, problem.Column));
        Assert.Contains("計算式", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_equal_row_counts_as_repeated_however_it_is_written()
    {
        var readings = await ReadAsync(File(Row(1), Row(2), Row(1, serial: "mih-000001", kana: "ﾐﾎﾝ ﾀﾛｳ", birthday: "昭和51年7月14日")));
        Assert.Equal(new RowRepeated(4, 2), readings[2]);
        Assert.Equal(1, Assert.IsType<FileRead>(readings[^1]).RepeatedRows);
    }

    [Theory]
    [InlineData("ミホン　ジロウ", "1976-07-14", "M2600-00", "01")]
    [InlineData("ミホン　タロウ", "1976-07-15", "M2600-00", "01")]
    [InlineData("ミホン　タロウ", "1976-07-14", "M2600-01", "01")]
    [InlineData("ミホン　タロウ", "1976-07-14", "M2600-00", "")]
    public async Task A_differing_row_of_the_same_serial_number_is_refused_naming_the_first_line(
        string kana, string birthday, string dispatch, string counter)
    {
        var readings = await ReadAsync(File(Row(1), Row(1, null, null, kana, birthday, dispatch, counter)));
        var problem = Assert.Single(Assert.IsType<RowRefused>(readings[1]).Problems);
        Assert.Equal((3, "製造管理番号"), (problem.Line, problem.Column));
        Assert.StartsWith("2行目と同じ製造管理番号", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_after_a_refused_one_of_the_same_serial_number_stands_on_its_own()
    {
        var readings = await ReadAsync(File(Row(1, birthday: "なし"), Row(1)));
        Assert.IsType<RowRefused>(readings[0]);
        Assert.IsType<RowRead>(readings[1]);
    }

    [Fact]
    public async Task A_row_with_too_few_cells_names_the_first_column_missing()
    {
        var readings = await ReadAsync(File("MIH000001,00000000000000000000001,ミホン", Row(2)));
        var problem = Assert.Single(Assert.IsType<RowRefused>(readings[0]).Problems);
        Assert.Equal((2, "生年月日"), (problem.Line, problem.Column));
        Assert.IsType<RowRead>(readings[1]);
    }

    [Fact]
    public async Task A_file_cut_in_the_middle_of_a_row_says_so()
    {
        var readings = await ReadAsync(File(Row(1)) + "MIH000002,00000000000000000000002,ミホ");
        var problem = Assert.Single(Assert.IsType<RowRefused>(readings[1]).Problems);
        Assert.Equal((3, "生年月日"), (problem.Line, problem.Column));
        Assert.Contains("途中で切れて", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_with_too_many_cells_is_refused()
    {
        var problem = Assert.Single(await ProblemsAsync(Row(1) + ",余り"));
        Assert.Equal((2, "9列目"), (problem.Line, problem.Column));
    }

    [Fact]
    public async Task Lines_count_quoted_line_breaks()
    {
        var readings = await ReadAsync(File(Row(1, kana: "\"ミホン\r\nタロウ\""), Row(2, birthday: "x")));
        Assert.Equal([2, 4], readings.OfType<RowRefused>().Select(refused => refused.Line));
    }

    [Fact]
    public async Task A_survey_gives_the_verdict_alone()
    {
        var verdict = await ShipmentFile.SurveyAsync(
            new MemoryStream(Cp932.GetBytes(File(Row(1), Row(1), Row(2, birthday: "x"), Row(3, kana: "")))),
            ImportProfile.Standard,
            cancellationToken: TestContext.Current.CancellationToken);
        var read = Assert.IsType<FileRead>(verdict);
        Assert.Equal((4, 1, 1, 1), (read.Rows, read.RefusedRows, read.RepeatedRows, read.Warnings));
    }
}
