using System.Diagnostics.CodeAnalysis;
using Tewatashi.Text;

namespace Tewatashi.Cards;

/// <summary>
/// カナ氏名, brought to one form at the edge (data-conventions, kana names): a label for people, never an identity. A blank name is null
/// elsewhere, never a value of this type. Personal: never shown by <see cref="ToString"/>.
/// </summary>
public sealed record KanaName : IIdentifier<KanaName>
{
    private KanaName(string value) => Value = value;

    public string Value { get; }

    public string Display => Value;

    /// <summary>Search key: spelling that people do not hear apart is the same.</summary>
    public string StrictKey => KanaKey.Strict(Value);

    /// <summary>Wider search key: without voicing marks and the punctuation of Latin names as well.</summary>
    public string LooseKey => KanaKey.Loose(Value);

    public static bool TryParse(string? text, [NotNullWhen(true)] out KanaName? value) => TryParse(text, out value, out _);

    /// <summary><paramref name="problem"/> says in Japanese what to mend and names the character.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out KanaName? value, [NotNullWhen(false)] out string? problem)
    {
        value = KanaText.TryNormalize(text, out var canonical, out problem) ? new KanaName(canonical) : null;
        return value is not null;
    }

    public static KanaName Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException("Not a kana name (カナ氏名).");

    public override string ToString() => Personal.Mask;
}
