using Tewatashi.Staff.Scans;
using Tewatashi.Storage;

namespace Tewatashi.Tests.Staff.Scans;

public sealed class ScanAnswerTests
{
    [Theory]
    [InlineData("TW:L:H-V1-01-01", "保管場所のラベルです")]
    [InlineData("TW:R:1234567894", "予約番号か受付番号です")]
    [InlineData("TW:N:1234567894", "予約番号か受付番号です")]
    [InlineData("123456789018", ScanCode.ReadTheSleeve)]
    [InlineData("HELLO", "読み取れないコードです")]
    public void Scan_of_another_kind_is_named_as_what_it_is(string scan, string heading) => Assert.Equal(heading, ScanAnswer.NotTaken(ScanCode.Read(scan)).Heading);
}
