using CsCheck;
using Tewatashi.Text;

namespace Tewatashi.Tests.Text;

public sealed class IndividualNumberTests
{
    private static readonly Gen<string> Eleven = Gen.String[Gen.Char['0', '9'], 11, 11];

    // Written from the ordinance a second time, with its weights spelled out from the left.
    private static string Complete(string eleven)
    {
        int[] weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
        var rest = eleven.Select((c, i) => (c - '0') * weights[i]).Sum() % 11;
        return eleven + (rest <= 1 ? 0 : 11 - rest);
    }

    private static string Wide(string digits) => string.Concat(digits.Select(c => (char)(c + 0xFEE0)));

    private static string Grouped(string digits, string joint) => string.Join(joint, digits[..4], digits[4..8], digits[8..]);

    [Theory]
    [InlineData("123456789018")]
    [InlineData("１２３４５６７８９０１８")]
    [InlineData("1234-5678-9018")]
    [InlineData("1234 5678 9018")]
    [InlineData("1234　5678　9018")]
    [InlineData("1234‐5678−9018")]
    [InlineData("1234 - 5678 - 9018")]
    [InlineData("番号は123456789018です")]
    [InlineData("1 1234-5678-9018")]
    [InlineData("H2600 1234-5678-9018-00")]
    [InlineData("=123456789018")]
    [InlineData("1234-5678 9018")]
    [InlineData("2600 1234-5678-9018")]
    public void Number_inside_a_field_is_found(string text) => Assert.True(IndividualNumber.ContainsOne(text));

    [Theory]
    [InlineData("123456789012")]
    [InlineData("1234567890180")]
    [InlineData("0123456789018")]
    [InlineData("12345678901")]
    [InlineData("1234-5678-9018-1234")]
    [InlineData("1234-56789018")]
    [InlineData("1234/5678/9018")]
    [InlineData("1234、5678、9018")]
    [InlineData("ヤマダ　タロウ")]
    [InlineData("")]
    public void Other_text_passes(string text) => Assert.False(IndividualNumber.ContainsOne(text));

    [Fact]
    public void Every_number_is_found_in_every_width_and_grouping() => Eleven.Sample(eleven =>
    {
        var number = Complete(eleven);
        Assert.True(IndividualNumber.ContainsOne(number));
        Assert.True(IndividualNumber.ContainsOne("あ" + Wide(number) + "ん"));
        Assert.True(IndividualNumber.ContainsOne(Grouped(number, "-")));
        Assert.True(IndividualNumber.ContainsOne(Grouped(Wide(number), "　")));
        Assert.True(IndividualNumber.IsIndividualNumber(number));
        Assert.True(IndividualNumber.IsIndividualNumber(Grouped(Wide(number), "－") + "\r"));
    });

    [Fact]
    public void Wrong_check_digit_is_not_one() => Eleven.Sample(eleven =>
    {
        var number = Complete(eleven);
        for (var wrong = '0'; wrong <= '9'; wrong++)
        {
            if (wrong != number[^1])
                Assert.False(IndividualNumber.ContainsOne(number[..^1] + wrong));
        }
    });

    [Fact]
    public void Run_of_another_length_is_not_one() => Gen.Select(Eleven, Gen.Char['0', '9']).Sample((eleven, more) =>
    {
        var number = Complete(eleven);
        Assert.False(IndividualNumber.ContainsOne(number + more));
        Assert.False(IndividualNumber.ContainsOne(more + number));
        Assert.False(IndividualNumber.ContainsOne(number.AsSpan(0, 11)));
    });

    [Theory]
    [InlineData("123456789018x")]
    [InlineData("ABC-123456")]
    [InlineData("123456789012")]
    [InlineData(null)]
    public void Other_scan_is_not_one(string? scan) => Assert.False(IndividualNumber.IsIndividualNumber(scan));

    [Fact]
    public void Width_of_digits_never_changes_the_answer() =>
        Gen.String[Gen.OneOf(Gen.Char['0', '9'], Gen.OneOf('-', ' ', '0', 'x')), 0, 60].Sample(
            text => IndividualNumber.ContainsOne(text) == IndividualNumber.ContainsOne(
                string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c))),
            iter: 20000);

    [Fact]
    public void Groups_of_four_are_found_among_other_words() =>
        Gen.Select(Eleven, Gen.OneOf("-", " ", "　", "－", "ー", " - "), Gen.OneOf("", "1-", "26 ", "x", "12345 "), Gen.OneOf("", "-1", " 00", "号", "-12345"))
            .Sample((eleven, joint, before, behind) => IndividualNumber.ContainsOne(before + Grouped(Complete(eleven), joint) + behind));

    [Fact]
    public void Longer_chain_of_groups_joined_alike_is_another_number() =>
        Gen.Select(Eleven, Gen.OneOf("-", " "), Gen.String[Gen.Char['0', '9'], 4, 4]).Sample((eleven, joint, more) =>
        {
            var grouped = Grouped(Complete(eleven), joint);
            Assert.False(IndividualNumber.ContainsOne(grouped + joint + more));
            Assert.False(IndividualNumber.ContainsOne(more + joint + grouped));
            Assert.True(IndividualNumber.ContainsOne(grouped + (joint == "-" ? " " : "-") + more));
        });
}
