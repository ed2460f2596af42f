using System.Text;
using Tewatashi.Imports;

namespace Tewatashi.Tests.Imports;

public sealed class RefusedRowsReportTests
{
    [Fact]
    public async Task The_report_is_marked_utf8_with_guarded_and_quoted_cells()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var stream = new MemoryStream();
        await using (var report = new RefusedRowsReport(stream))
        {
            await report.AddAsync(new RowProblem(3, "生年月日", "日付を確かめてください。"), cancellation);
            await report.AddAsync(new RowProblem(4, "=見出し", "「,」と\"\"があります。"), cancellation);
            await report.AddAsync(new FileRefused(1, "", "ファイルが空です。"), cancellation);
        }

        var bytes = stream.ToArray();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(
            "行,列,理由\r\n3,生年月日,日付を確かめてください。\r\n4,'=見出し,\"「,」と\"\"\"\"があります。\"\r\n1,,ファイルが空です。\r\n",
            Encoding.UTF8.GetString(bytes[3..]));
    }

    [Theory]
    [InlineData("=1")]
    [InlineData("＋1")]
    [InlineData("@x")]
    [InlineData("\tx")]
    public async Task No_cell_begins_a_formula(string column)
    {
        using var stream = new MemoryStream();
        await using (var report = new RefusedRowsReport(stream))
        {
            await report.AddAsync(new RowProblem(2, column, column), TestContext.Current.CancellationToken);
        }

        Assert.EndsWith($"2,'{column},'{column}\r\n", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }
}
