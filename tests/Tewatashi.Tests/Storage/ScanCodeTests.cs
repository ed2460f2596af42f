using Tewatashi.Storage;

namespace Tewatashi.Tests.Storage;

public sealed class ScanCodeTests
{
    private const string Individual = "123456789018";

    [Theory]
    [InlineData("TW:C:MIH000001")]
    [InlineData("MIH-000001")]
    [InlineData("mih000001")]
    [InlineData("ＭＩＨ－０００００１")]
    [InlineData("ｔｗ：ｃ：ｍｉｈ０００００１")]
    [InlineData("TW+C+MIH000001")]
    [InlineData(" MIH 000001\r\n")]
    public void Card_is_read_in_every_way_it_is_written(string text)
    {
        Assert.Equal([new ScanCode.Card("MIH000001")], ScanCode.ReadAll(text));
    }

    [Theory]
    [InlineData("TW:L:H-V1-03-12")]
    [InlineData("h-v1-03-12")]
    [InlineData("Ｈ－Ｖ１－０３－１２")]
    [InlineData("TW;L;Hー V1ー03ー12")]
    public void Location_is_read_in_every_way_it_is_written(string text)
    {
        Assert.Equal([new ScanCode.Location(LocationPath.Parse("H-V1-03-12"))], ScanCode.ReadAll(text));
    }

    [Fact]
    public void Scans_run_together_are_read_one_by_one()
    {
        var box = new ScanCode.Location(LocationPath.Parse("H-V1-03-12"));
        var one = new ScanCode.Card("MIH000001");
        var two = new ScanCode.Card("MIH000002");

        Assert.Equal([box, one, two], ScanCode.ReadAll("TW:L:H-V1-03-12TW:C:MIH000001TW:C:MIH000002"));
        Assert.Equal([one, two], ScanCode.ReadAll("MIH000001MIH000002"));
        Assert.Equal([one, two], ScanCode.ReadAll("MIH-000001\r\nTW:C:MIH000002"));
    }

    [Fact]
    public void Numbers_of_the_office_are_told_apart_by_their_mark_alone()
    {
        var number = Tewatashi.Reservations.ReservationNumber.New().Value;

        Assert.Equal(new ScanCode.Reservation(number), ScanCode.Read(ScanCode.OfReservation(number)));
        Assert.Equal(new ScanCode.Reception(number), ScanCode.Read(ScanCode.OfReception(number)));
        Assert.Equal(new ScanCode.Reception(number), ScanCode.Read($"https://yoyaku.example.jp/990001/sign-in?n={number}"));
        Assert.Equal(new ScanCode.EitherNumber(number), ScanCode.Read($"{number[..4]}-{number[4..7]}-{number[7..]}"));
    }

    [Theory]
    [InlineData(Individual)]
    [InlineData("１２３４５６７８９０１８")]
    [InlineData("1234-5678-9018")]
    [InlineData(Individual + Individual)]
    [InlineData("TW:C:MIH000001\n" + Individual)]
    [InlineData(Individual + "TW:C:MIH000001")]
    public void Individual_number_is_dropped_with_all_that_came_along(string text)
    {
        Assert.Equal([new ScanCode.IndividualNumberDropped()], ScanCode.ReadAll(text));
    }

    [Theory]
    [InlineData("TW:C:MIH00001")]
    [InlineData("TW:X:MIH000001")]
    [InlineData("1234567890")]
    [InlineData("H")]
    [InlineData("\uD800")]
    public void What_is_none_of_ours_is_unknown(string text)
    {
        Assert.Equal(new ScanCode.Unknown(), ScanCode.Read(text));
    }

    [Fact]
    public void What_is_printed_is_read_back()
    {
        Assert.Equal(new ScanCode.Card("MIH000001"), ScanCode.Read(ScanCode.OfCard("MIH000001")));
        Assert.Equal(new ScanCode.Location(LocationPath.Parse("H")), ScanCode.Read(ScanCode.OfLocation("H")));
        Assert.Empty(ScanCode.ReadAll("  \r\n"));
    }
}
