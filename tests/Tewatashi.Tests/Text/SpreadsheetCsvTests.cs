using System.Text;
using Tewatashi.Text;

namespace Tewatashi.Tests.Text;

public sealed class SpreadsheetCsvTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("MIH-000001", "MIH-000001")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+81", "'+81")]
    [InlineData("-5", "'-5")]
    [InlineData("@A1", "'@A1")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠1", "'＠1")]
    [InlineData("本庁,1階", "\"本庁,1階\"")]
    [InlineData("「\"」", "\"「\"\"」\"")]
    [InlineData("=\"a\",1", "\"'=\"\"a\"\",1\"")]
    public void Cell_is_quoted_and_never_taken_for_a_formula(string? text, string cell) => Assert.Equal(cell, SpreadsheetCsv.Cell(text));

    [Fact]
    public void Line_ends_as_a_spreadsheet_expects() => Assert.Equal("a,,\"b,c\"\r\n", Encoding.UTF8.GetString(SpreadsheetCsv.Line("a", null, "b,c")));
}
