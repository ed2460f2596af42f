using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.HandOver.Closings;

/// <summary>
/// That a card stays in a counter's tray over the night of a day, why, and who stands for it. For the cards of the next day one member of
/// staff is enough; every other reason takes a second.
/// </summary>
public sealed class KeptCard : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required Guid CounterId { get; init; }
    public required DateOnly Day { get; init; }
    public required Guid CardId { get; init; }
    public required KeptReason Reason { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid SignedBy { get; init; }

    /// <summary>二人目; null where one is enough.</summary>
    public Guid? SecondId { get; init; }
}
