using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations;

/// <summary>代理受取人カナ氏名 of a proxy who comes alone, as ciphertext. The resident face may write it and not read it; the newest row counts.</summary>
public sealed class ProxyName : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required Guid ReservationId { get; init; }
    public required byte[] KanaName { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}
