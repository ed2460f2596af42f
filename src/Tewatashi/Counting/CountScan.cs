using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Counting;

/// <summary>A label scanned in a count. Its id is made where it was scanned: sent twice it counts once, and two people who scan the same label count it once.</summary>
public sealed class CountScan : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required Guid CountId { get; init; }
    public required SerialNumber SerialNumber { get; init; }

    /// <summary>Null: no such card is known.</summary>
    public Guid? CardId { get; init; }

    /// <summary>When it reached us, which is later than the scan where the network was away.</summary>
    public required DateTimeOffset At { get; init; }

    public required string ActorId { get; init; }
}
