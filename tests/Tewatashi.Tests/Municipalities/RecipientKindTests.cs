using Tewatashi.Municipalities;

namespace Tewatashi.Tests.Municipalities;

public sealed class RecipientKindTests
{
    [Fact]
    public void Eight_kinds_have_their_names_in_order() => Assert.Equal(
        ["本人", "本人と法定代理人(同行)", "法定代理人のみ", "成年後見人", "保佐人・補助人", "任意後見人", "任意代理人", "復代理人"],
        Enum.GetValues<RecipientKind>().Select(kind => kind.Name()));

    [Fact]
    public void Only_the_first_two_bring_the_applicant() => Assert.Equal(
        [RecipientKind.Applicant, RecipientKind.ApplicantWithLegalRepresentative],
        Enum.GetValues<RecipientKind>().Where(kind => !kind.ComesAlone()));

    [Fact]
    public void Only_the_applicant_has_no_representative() => Assert.Equal(
        [RecipientKind.Applicant],
        Enum.GetValues<RecipientKind>().Where(kind => !kind.HasRepresentative()));

    [Fact]
    public void Name_reads_back_to_its_kind() => Assert.All(Enum.GetValues<RecipientKind>(), kind =>
    {
        Assert.True(RecipientKindFacts.TryParse($" {kind.Name()} ", out var read));
        Assert.Equal(kind, read);
    });

    [Fact]
    public void Wide_brackets_are_read()
    {
        Assert.True(RecipientKindFacts.TryParse("本人と法定代理人（同行）", out var kind));
        Assert.Equal(RecipientKind.ApplicantWithLegalRepresentative, kind);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("友人")]
    public void Other_name_is_refused(string? name) => Assert.False(RecipientKindFacts.TryParse(name, out _));

    [Fact]
    public void Unknown_member_has_no_name() => Assert.ThrowsAny<InvalidOperationException>(() => ((RecipientKind)0).Name());
}
