using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Cards;

/// <summary>
/// Who applied for a card: 申請書ID, カナ氏名, 誕生日, each as ciphertext bound to this row, and keyed tokens to search by. The resident
/// face has no right to read this table and no key to it.
/// </summary>
public sealed class Applicant : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid CardId { get; init; }
    public required byte[] ApplicationId { get; init; }

    /// <summary>Null where the file gave no name.</summary>
    public byte[]? KanaName { get; init; }

    public required byte[] Birthday { get; init; }
    public required byte[] ApplicationIdToken { get; init; }

    /// <summary>Token of the first two characters of the loose kana key; null where there is no name or it is shorter.</summary>
    public byte[]? KanaToken2 { get; init; }

    public byte[]? KanaToken3 { get; init; }
    public byte[]? KanaToken4 { get; init; }

    /// <summary>Token of the whole loose kana key.</summary>
    public byte[]? KanaToken { get; init; }

    /// <summary>Token of month and day.</summary>
    public required byte[] BirthdayToken { get; init; }
}
