using Tewatashi.Cards;
using Tewatashi.Text;

namespace Tewatashi.Tests.Cards;

public sealed class ApplicationIdTests
{
    private const string Digits = "00280690320059145704789";

    [Theory]
    [InlineData("00280690320059145704789")]
    [InlineData("0028-0690-3200-5914-5704-789")]
    [InlineData("００２８０６９０３２００５９１４５７０４７８９")]
    public void Application_id_in_any_width_is_read(string typed) => Assert.Equal(Digits, ApplicationId.Parse(typed).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("0028069032005914570478")]
    [InlineData("002806903200591457047890")]
    [InlineData("0028069032005914570478A")]
    [InlineData("2.80690320059146E+22")]
    public void Other_text_is_refused(string? typed) => Assert.False(ApplicationId.TryParse(typed, out _));

    [Fact]
    public void Text_in_a_log_shows_nothing_of_it()
    {
        Assert.Equal(Personal.Mask, $"{ApplicationId.Parse(Digits)}");
        Assert.Equal(Digits, ApplicationId.Parse(Digits).Display);
    }
}
