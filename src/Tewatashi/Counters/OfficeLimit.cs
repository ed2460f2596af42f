using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Counters;

/// <summary>
/// How many visits an office can have at the same time, whatever its counters say: its connections to the national system.
/// </summary>
public sealed class OfficeLimit : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid BuildingId { get; init; }

    /// <summary>The first day it counts; of several, the latest that has begun.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>Null: no limit but the counters' booths.</summary>
    public required int? Visits { get; set; }
}
