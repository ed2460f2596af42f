using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Counters;

/// <summary>A counter that an outage was declared for; an outage without any is one of every counter.</summary>
public sealed class OutageCounter : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid OutageId { get; init; }
    public required Guid CounterId { get; init; }
}
