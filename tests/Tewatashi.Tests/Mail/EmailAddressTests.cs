using CsCheck;
using MimeKit;
using Tewatashi.Mail;
using Tewatashi.Text;

namespace Tewatashi.Tests.Mail;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("taro@example.jp", "taro@example.jp")]
    [InlineData(" Taro.Yamada+card@Mail.EXAMPLE.jp ", "Taro.Yamada+card@mail.example.jp")]
    [InlineData("ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ", "taro@example.jp")]
    [InlineData("o'brien@example.jp", "o'brien@example.jp")]
    [InlineData("a.b.c@example.jp", "a.b.c@example.jp")]
    [InlineData("x@xn--fsq.example.jp", "x@xn--fsq.example.jp")]
    public void Address_has_one_stored_form(string typed, string stored) => Assert.Equal(stored, EmailAddress.Parse(typed).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("taro")]
    [InlineData("@example.jp")]
    [InlineData("taro@")]
    [InlineData("taro@example")]
    [InlineData("taro@localhost.")]
    [InlineData("taro@@example.jp")]
    [InlineData("a@b@example.jp")]
    [InlineData("taro@-example.jp")]
    [InlineData("taro@example-.jp")]
    [InlineData("taro@exa_mple.jp")]
    [InlineData("taro@192.0.2.1")]
    [InlineData("taro@[192.0.2.1]")]
    [InlineData("\"ta ro\"@example.jp")]
    [InlineData("Taro <taro@example.jp>")]
    [InlineData("taro@example.jp, hanako@example.jp")]
    [InlineData("taro@example.jp\r\nBcc: hanako@example.jp")]
    [InlineData("taro@example.jp\n")]
    [InlineData("ta\rro@example.jp")]
    [InlineData("太郎@example.jp")]
    [InlineData("taro@見本.jp")]
    [InlineData("taro℀@example.jp")]
    [InlineData("taro @example.jp")]
    [InlineData(".taro@example.jp")]
    [InlineData("taro.@example.jp")]
    [InlineData("ta..ro@example.jp")]
    public void Other_text_is_refused(string? typed) => Assert.False(EmailAddress.TryParse(typed, out _));

    [Fact]
    public void Longest_address_is_254_and_its_local_part_64()
    {
        var label = new string('d', 61);
        var longest = $"{new string('a', 64)}@{label}.{label}.{label}.jp";
        Assert.Equal(253, longest.Length);
        Assert.True(EmailAddress.TryParse(longest, out _));
        Assert.True(EmailAddress.TryParse(longest + "x", out _));
        Assert.False(EmailAddress.TryParse(longest + "xx", out _));
        Assert.False(EmailAddress.TryParse(new string('a', 65) + "@example.jp", out _));
        Assert.False(EmailAddress.TryParse($"a@{new string('d', 64)}.jp", out _));
    }

    [Theory]
    [InlineData("taro@example.jp", "t***@e***.jp")]
    [InlineData("x@mail.example.co.jp", "x***@m***.jp")]
    public void Mask_keeps_enough_to_recognise_ones_own(string address, string masked) =>
        Assert.Equal(masked, EmailAddress.Parse(address).Masked);

    [Fact]
    public void Text_in_a_log_shows_nothing_of_it() => Assert.Equal(Personal.Mask, $"{EmailAddress.Parse("taro@example.jp")}");

    [Fact]
    public void Every_accepted_address_is_one_recipient_to_the_mail_library() =>
        Gen.Select(
            Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Char['0', '9'], Gen.OneOf([.. ".!#$%&'*+/=?^_`{|}~-"])), 1, 12],
            Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.OneOf('-', '.', 'A')), 1, 12])
        .Sample((local, domain) =>
        {
            if (!EmailAddress.TryParse($"{local}@{domain}.jp", out var address))
                return;
            Assert.Equal(address, EmailAddress.Parse(address.Value));
            var mailbox = new MailboxAddress(null, address.Value);
            Assert.DoesNotContain('\n', mailbox.ToString());
            Assert.Contains(address.Value, mailbox.ToString(), StringComparison.Ordinal);
        }, iter: 3000);
}
