using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations;

/// <summary>電子メールアドレス as ciphertext. The resident face may write it and not read it.</summary>
public sealed class ContactAddress : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid ContactId { get; init; }
    public required byte[] Address { get; init; }
}
