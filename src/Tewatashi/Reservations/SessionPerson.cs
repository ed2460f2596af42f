using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations;

/// <summary>A person of the visit that a resident is putting together: the one signed in, and those joined with their own notice.</summary>
public sealed class SessionPerson : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required byte[] SecretHash { get; init; }

    /// <summary>Null where the kind needs no card of ours.</summary>
    public required Guid? CardId { get; init; }

    /// <summary>The kind of booking; null: 受取.</summary>
    public Guid? KindId { get; init; }

    /// <summary>1 for the one who signed in.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Null until answered.</summary>
    public RecipientKind? RecipientKind { get; set; }

    /// <summary>代理受取人カナ氏名 as ciphertext, bound to session and card; null unless a proxy comes alone.</summary>
    public byte[]? ProxyKanaName { get; set; }
}
