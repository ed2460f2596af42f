using Tewatashi.Cards;

namespace Tewatashi.Tests.Cards;

public sealed class CardRouteTests
{
    [Theory]
    [InlineData("窓口", CardRoute.Counter)]
    [InlineData(" 郵送　", CardRoute.Post)]
    public void Name_in_a_file_is_read(string name, CardRoute route)
    {
        Assert.True(CardRouteNames.TryParse(name, out var read));
        Assert.Equal(route, read);
        Assert.Equal(name.Trim(), route.Name());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("宅配")]
    public void Other_name_is_refused(string? name) => Assert.False(CardRouteNames.TryParse(name, out _));
}
