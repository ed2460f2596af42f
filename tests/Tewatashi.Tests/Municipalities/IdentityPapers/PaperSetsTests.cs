using Tewatashi.Municipalities.IdentityPapers;

namespace Tewatashi.Tests.Municipalities.IdentityPapers;

/// <summary>Combinations of papers as an administrator writes them.</summary>
public sealed class PaperSetsTests
{
    [Theory]
    [InlineData("A1/B2", "A1/B2")]
    [InlineData(" a2 / a1 + b1 ", "A2/A1+B1")]
    [InlineData("Ａ２／Ａ１＋Ｂ１／Ｂ３", "A2/A1+B1/B3")]
    [InlineData("", null)]
    [InlineData("A", null)]
    [InlineData("A0", null)]
    [InlineData("A6", null)]
    [InlineData("B1+A1", null)]
    [InlineData("A1B1", null)]
    [InlineData("A1/", null)]
    [InlineData("A1/A1", null)]
    [InlineData("A1/A2/A3/A4/A5/B1/B2", null)]
    [InlineData("運転免許証", null)]
    public void Combinations_are_read_in_any_width_and_nothing_else_is(string typed, string? stored) =>
        Assert.Equal(stored, PaperSets.TryParse(typed, out var sets) ? sets.Value : null);

    [Theory]
    [InlineData("A1/B2", 1, 0, true)]
    [InlineData("A1/B2", 0, 1, false)]
    [InlineData("A2/A1+B1", 2, 0, true)]
    [InlineData("A2/A1+B1", 0, 9, false)]
    [InlineData("A1+B1", 2, 0, true)]
    [InlineData("B3", 1, 2, true)]
    [InlineData("B3", 1, 1, false)]
    public void Paper_of_list_a_stands_for_one_of_list_b_and_not_the_other_way(string sets, int a, int b, bool enough) =>
        Assert.Equal(enough, PaperSets.Parse(sets).AreMetBy(a, b));

    [Fact]
    public void Every_recipient_has_its_papers_with_and_without_the_notice()
    {
        foreach (var kind in Enum.GetValues<Tewatashi.Municipalities.RecipientKind>())
        {
            foreach (var notice in new[] { true, false })
            {
                var rule = PaperRules.Standard[kind, notice];
                Assert.Equal(kind == Tewatashi.Municipalities.RecipientKind.Applicant, rule.Representative is null);
            }
        }
    }
}
