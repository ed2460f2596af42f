using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Counters;

/// <summary>So many booths of a counter are not staffed for a part of one day. Ends by itself.</summary>
public sealed class FewerBooths : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required Guid CounterId { get; init; }
    public required DateOnly Day { get; init; }
    public required TimeOnly FromAt { get; init; }

    /// <summary>Not included.</summary>
    public required TimeOnly UntilAt { get; init; }

    /// <summary>How many fewer; where the day has no more, none is left.</summary>
    public required int Booths { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
