using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.HandOver.Terminal;

/// <summary>One line of the national terminal's list. Known once, however often it is brought in.</summary>
public sealed class TerminalRow : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required Guid ListId { get; init; }
    public required SerialNumber SerialNumber { get; init; }
    public required TerminalKind Kind { get; init; }
    public required DateOnly Day { get; init; }
}
