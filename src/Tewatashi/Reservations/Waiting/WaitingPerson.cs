using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations.Waiting;

/// <summary>A person for whom someone waits: the one who asked is the first.</summary>
public sealed class WaitingPerson : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid WaitingId { get; init; }
    public required Guid CardId { get; init; }
    public required int Ordinal { get; init; }
    public required RecipientKind RecipientKind { get; init; }

    /// <summary>代理受取人カナ氏名 as ciphertext; null unless a proxy comes alone, and once the wait has ended.</summary>
    public byte[]? ProxyKanaName { get; set; }
}
