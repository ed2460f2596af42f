using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using Tewatashi.Text;

namespace Tewatashi.Municipalities.IdentityPapers;

/// <summary>
/// Which papers of identity are enough: one of several combinations, written <c>A2/A1+B1/B3</c>. Lists and how many alone, never which
/// certificate. A paper of list A may stand for one of list B.
/// </summary>
public sealed partial record PaperSets : IIdentifier<PaperSets>
{
    public const int MostCombinations = 6;
    public const int MostOfAList = 5;

    /// <param name="A">How many of list A: with a photo.</param>
    /// <param name="B">How many of list B.</param>
    public sealed record Combination(int A, int B)
    {
        internal string Code => A == 0 ? $"B{B}" : B == 0 ? $"A{A}" : $"A{A}+B{B}";

        internal string Words => A == 0 ? $"Bを{B}点" : B == 0 ? $"Aを{A}点" : $"Aを{A}点とBを{B}点";
    }

    private PaperSets(IReadOnlyList<Combination> combinations)
    {
        Combinations = combinations;
        Value = string.Join('/', combinations.Select(one => one.Code));
    }

    public IReadOnlyList<Combination> Combinations { get; }

    public string Value { get; }

    /// <summary>In words for the clerk.</summary>
    public string Display => string.Join("、または", Combinations.Select(one => one.Words));

    public bool AreMetBy(int a, int b) => Combinations.Any(one => a >= one.A && a + b >= one.A + one.B);

    public bool Equals(PaperSets? other) => Value == other?.Value;

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    public static bool TryParse(string? text, [NotNullWhen(true)] out PaperSets? value)
    {
        value = null;
        if (Typed.Line(text)?.Normalize(NormalizationForm.FormKC).ToUpperInvariant() is not { } line) return false;
        var combinations = new List<Combination>();
        foreach (var part in line.Split('/'))
        {
            if (Written().Match(part) is not { Success: true } match) return false;
            Combination one = new(Count(match.Groups["a"]), Count(match.Groups["b"]));
            if (one is { A: 0, B: 0 } || combinations.Contains(one)) return false;
            combinations.Add(one);
        }

        value = combinations.Count <= MostCombinations ? new PaperSets(combinations) : null;
        return value is not null;
    }

    public static PaperSets Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException("No combinations of papers (本人確認書類の組み合わせ).");

    public override string ToString() => Value;

    private static int Count(Group group) => group.Success ? group.Value[0] - '0' : 0;

    // [0-9], not \d, and \z, not $: those also match other digits and a newline at the end.
    [GeneratedRegex(@"\A\s*(A\s*(?<a>[1-5]))?(?(a)(\s*\+\s*B\s*(?<b>[1-5]))?|B\s*(?<b>[1-5]))\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
