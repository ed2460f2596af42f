using Tewatashi.Imports;
using static Tewatashi.Tests.Imports.ShipmentText;

namespace Tewatashi.Tests.Imports;

public sealed class StockProfileTests
{
    private const string StockHeader = "製造管理番号,申請書ID,カナ氏名,生年月日,発送番号,保管場所,通知日,交付期限,交付予約日時,予約番号";
    private const string Start = "MIH000001,00000000000000000000001,ミホン,1976-07-14,M1";

    [Fact]
    public async Task What_a_municipality_holds_is_read()
    {
        var row = (await OneRowAsync(
            StockHeader, $"{Start},本庁　Ａ棚-3,2026/4/1,令和8年6月30日,2026年5月12日 10:30,ab 12-34", ImportProfile.Stock)).Row;
        Assert.Equal("本庁 A棚-3", row.Location);
        Assert.Equal(new DateOnly(2026, 4, 1), row.NotifiedOn);
        Assert.Equal(new DateOnly(2026, 6, 30), row.Deadline);
        Assert.Equal(new VisitTime(new DateOnly(2026, 5, 12), new TimeOnly(10, 30)), row.ReservedFor);
        Assert.Equal("AB1234", row.ReservationNumber);
    }

    [Fact]
    public async Task Blank_cells_stand_for_nothing_known()
    {
        var row = (await OneRowAsync(StockHeader, Start + ",,,,,", ImportProfile.Stock)).Row;
        Assert.Null(row.Location);
        Assert.Null(row.NotifiedOn);
        Assert.Null(row.ReservedFor);
        Assert.Null(row.ReservationNumber);
    }

    [Theory]
    [InlineData("2026-05-12", "")]
    [InlineData("2026-05-12 25:00", "")]
    [InlineData("2026-02-30 10:00", "")]
    [InlineData("05-12 10:00", "")]
    [InlineData("2026-05-12 10:00:30", "")]
    public async Task A_time_of_visit_that_is_none_is_refused(string visit, string number)
    {
        var readings = await ReadAsync($"{StockHeader}\r\n{Start},,,,{visit},{number}\r\n", ImportProfile.Stock);
        var problem = Assert.Single(Assert.IsType<RowRefused>(readings[0]).Problems);
        Assert.Equal((2, "交付予約日時"), (problem.Line, problem.Column));
    }

    [Fact]
    public async Task A_reservation_number_without_a_time_is_refused()
    {
        var readings = await ReadAsync($"{StockHeader}\r\n{Start},,,,,A1\r\n", ImportProfile.Stock);
        var problem = Assert.Single(Assert.IsType<RowRefused>(readings[0]).Problems);
        Assert.Equal("予約番号", problem.Column);
    }

    [Fact]
    public async Task A_profile_of_a_municipality_maps_its_own_headers_and_fixes_values()
    {
        var own = new ImportProfile("見本市", ImportEncoding.Utf8,
        [
            new(ImportField.SerialNumber, ["番号"], IsRequired: true),
            new(ImportField.ApplicationId, ["申請"], IsRequired: true),
            new(ImportField.KanaName, ["氏名"], IsRequired: true),
            new(ImportField.Birthday, ["誕生"], IsRequired: true),
            new(ImportField.DispatchNumber, ["発送"], IsRequired: true, FixedValue: "M9"),
        ]);
        var readings = await ReadAsync(
            "番号,申請,氏名,誕生\nMIH000001,00000000000000000000001,ミホン,0714x\n"u8.ToArray(), own);
        Assert.Equal("誕生", Assert.Single(Assert.IsType<RowRefused>(readings[0]).Problems).Column);
        readings = await ReadAsync("番号,申請,氏名,誕生\nMIH000001,00000000000000000000001,ミホン,07-14\n"u8.ToArray(), own);
        Assert.Equal("M9", Assert.IsType<RowRead>(readings[0]).Row.DispatchNumber?.Value);
    }
}
