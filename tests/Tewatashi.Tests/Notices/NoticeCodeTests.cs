using Tewatashi.Cards;
using Tewatashi.Municipalities;
using Tewatashi.Notices;

namespace Tewatashi.Tests.Notices;

public sealed class NoticeCodeTests
{
    [Fact]
    public void Scanned_address_gives_the_number_it_was_made_of()
    {
        var number = ReceptionNumber.New();
        var code = MunicipalityCode.Parse("990001");
        var settings = new MunicipalitySettings { Municipality = code, ResidentUrl = "https://yoyaku.example.jp/" };

        var url = NoticeUrl.For(settings, code, number);

        Assert.Equal($"https://yoyaku.example.jp/990001/sign-in?n={number.Value}", url);
        Assert.Equal(new NoticeCode.Reception(number), NoticeCode.Read(url));
        Assert.Equal(new NoticeCode.Reception(number), NoticeCode.Read(url + "&lang=en#top\r\n"));
        Assert.Equal(new NoticeCode.Reception(number), NoticeCode.Read(url.ToUpperInvariant()));
    }

    [Fact]
    public void Typed_numbers_are_told_apart_in_any_width()
    {
        var number = ReceptionNumber.New();

        Assert.Equal(new NoticeCode.Reception(number), NoticeCode.Read(number.Display));
        Assert.Equal(new NoticeCode.Serial(SerialNumber.Parse("ABC123456")), NoticeCode.Read("ａｂｃ－１２３４５６"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://yoyaku.example.jp/990001/sign-in?n=1")]
    [InlineData("1234567891234")]
    [InlineData("見本")]
    public void Other_text_is_unreadable(string? text) => Assert.IsType<NoticeCode.Unreadable>(NoticeCode.Read(text));

    [Fact]
    public void Individual_number_is_dropped() => Assert.Equal(new NoticeCode.Forbidden(), NoticeCode.Read("123456789018"));
}
