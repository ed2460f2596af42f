using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations.Waiting;

/// <summary>A counter at which someone who waits would come.</summary>
public sealed class WaitingCounter : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid WaitingId { get; init; }
    public required Guid CounterId { get; init; }
}
