using Tewatashi.Mail;

namespace Tewatashi.Tests.Mail;

/// <summary>Placeholders of a municipality's own wording: a closed list.</summary>
public sealed class MailWordsTests
{
    private static readonly MailKind[] Kinds = Enum.GetValues<MailKind>();

    [Theory]
    [InlineData("{氏名}様")]
    [InlineData("{カナ氏名}")]
    [InlineData("{製造管理番号}")]
    [InlineData("{誕生日}")]
    [InlineData("{受付番号}")]
    [InlineData("{0}")]
    [InlineData("{ 予約番号 }")]
    [InlineData("{予約番号")]
    [InlineData("予約番号}")]
    [InlineData("\uFF5B予約番号\uFF5D")]
    [InlineData("{{予約番号}}")]
    public void Unknown_placeholder_is_refused_with_the_words_that_are_allowed(string text) =>
        Assert.All(Kinds, kind =>
        {
            var problem = MailWords.Problem(text, MailWords.AllowedIn(kind, subject: false));
            Assert.NotNull(problem);
            Assert.Contains("{自治体名}", problem, StringComparison.Ordinal);
        });

    [Fact]
    public void Subject_takes_no_number_and_no_time_of_the_visit() =>
        Assert.All(Kinds, kind => Assert.DoesNotContain(
            MailWords.AllowedIn(kind, subject: true), word => word is MailWord.ReservationNumber or MailWord.Day or MailWord.Time or MailWord.Counter));

    [Fact]
    public void Value_that_holds_a_placeholder_stays_as_it_is() =>
        Assert.Equal("{来庁日} 1階 {他}", MailWords.Fill("{交付窓口} {他}", new Dictionary<MailWord, string> { [MailWord.Counter] = "{来庁日} 1階", [MailWord.Day] = "x" }));

    [Fact]
    public void Every_word_is_allowed_somewhere_and_is_no_item_of_the_person()
    {
        var allowed = Kinds.SelectMany(kind => MailWords.AllowedIn(kind, subject: false)).ToHashSet();
        Assert.Equal(Enum.GetValues<MailWord>().ToHashSet(), allowed);
        Assert.DoesNotContain(Enum.GetValues<MailWord>(), word => word.Written() is "{カナ氏名}" or "{誕生日}" or "{製造管理番号}" or "{受付番号}");
    }
}
