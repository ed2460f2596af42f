using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.HandOver.Terminal;

/// <summary>
/// That somebody looked into a difference of a day and why it is in order. A difference that a step of the card ends needs none: it is gone the
/// next time it is looked at.
/// </summary>
public sealed class DifferenceExplanation : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required DateOnly Day { get; init; }
    public required SerialNumber SerialNumber { get; init; }
    public required DifferenceSide Side { get; init; }
    public required DifferenceReason Reason { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid StaffMemberId { get; init; }
}
