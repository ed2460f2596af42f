using Tewatashi.Staff;

namespace Tewatashi.Tests.Staff;

public sealed class UserIdTests
{
    [Theory]
    [InlineData("counter-01", "counter-01")]
    [InlineData(" Admin.User_1 ", "admin.user_1")]
    [InlineData("ｍａｄｏ", "mado")]
    [InlineData("KIT", "kit")]
    [InlineData("abc", "abc")]
    public void Id_has_one_stored_form(string typed, string stored) => Assert.Equal(stored, UserId.Parse(typed).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("a b c")]
    [InlineData("窓口01")]
    [InlineData("adm\u0131n")]
    [InlineData("a@b.jp")]
    public void Other_text_is_refused(string? typed) => Assert.False(UserId.TryParse(typed, out _));

    [Fact]
    public void Longest_id_has_40_characters()
    {
        Assert.True(UserId.TryParse(new string('a', 40), out _));
        Assert.False(UserId.TryParse(new string('a', 41), out _));
    }
}
