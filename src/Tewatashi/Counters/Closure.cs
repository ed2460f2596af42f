using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Counters;

/// <summary>休庁日: a day on which nothing can be collected, at one counter or, without a counter, in the whole municipality.</summary>
public sealed class Closure : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public ClosureKind Kind { get; init; } = ClosureKind.Office;
    public Guid? CounterId { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>Shown to residents.</summary>
    public required string Reason { get; init; }
}
