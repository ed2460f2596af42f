using System.Text;
using CsCheck;
using Tewatashi.Imports;

namespace Tewatashi.Tests.Imports;

public sealed class CsvRecordsTests
{
    private static readonly char[] Signs = ['a', 'ミ', '"', ',', '\r', '\n', ' '];

    [Theory]
    [InlineData("a,b\nc,d\n", "1:a|b", "2:c|d")]
    [InlineData("a,b\r\nc,d", "1:a|b", "2:c|d")]
    [InlineData("a\rb\r", "1:a", "2:b")]
    [InlineData("a\n\nb", "1:a", "2:", "3:b")]
    [InlineData("a\n\rb", "1:a", "2:", "3:b")]
    [InlineData("\"a,\"\"b\",c", "1:a,\"b|c")]
    [InlineData("\"a\r\nb\",c\r\nd", "1:a\r\nb|c", "3:d")]
    [InlineData("\"a\n\rb\rc\"\r\nd", "1:a\n\rb\rc", "5:d")]
    [InlineData("a,", "1:a|")]
    [InlineData(",\n", "1:|")]
    [InlineData("\"\"", "1:")]
    [InlineData("a\"b\",c", "1:a\"b\"|c")]
    [InlineData("")]
    public async Task Rows_come_with_the_line_an_editor_shows(string text, params string[] expected)
    {
        foreach (var size in new[] { 1, 2, 3, 1000 })
        {
            Assert.Equal(expected, await ReadAsync(Encoding.UTF8.GetBytes(text), size));
        }
    }

    [Fact]
    public async Task What_is_written_by_the_rules_reads_back_however_the_bytes_arrive() =>
        await Gen.Select(Gen.Int[0, Signs.Length - 1].Select(sign => Signs[sign]).Array[0, 6].Array[1, 4].Array[1, 5], Gen.Int[1, 7])
            .SampleAsync(async (rows, size) =>
            {
                var cells = rows.Select(row => row.Select(cell => new string(cell)).ToArray()).ToArray();
                var text = string.Concat(cells.Select(row => string.Join(",", row.Select(Quote)) + "\r\n"));
                var read = await ReadAsync(Encoding.UTF8.GetBytes(text), size);
                Assert.Equal(cells.Select(row => string.Join('|', row)), read.Select(row => row[(row.IndexOf(':') + 1)..]));
            }, iter: 300);

    private static string Quote(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task<List<string>> ReadAsync(byte[] bytes, int pieceSize)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var records = new CsvRecords(new ImportText(new PiecemealStream(bytes, pieceSize), ImportEncoding.Utf8, ImportEncoding.Utf8));
        var read = new List<string>();
        while (await records.NextAsync(cancellation))
        {
            var cells = Enumerable.Range(0, records.Count).Select(cell => records[cell].ToString());
            read.Add($"{records.Line}:{string.Join('|', cells)}");
        }

        Assert.Null(records.Fault);
        return read;
    }
}
