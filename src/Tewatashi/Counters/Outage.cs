using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Counters;

/// <summary>
/// 全国システム停止: from one moment to another nothing can be handed over, at every counter or at the chosen ones. At most one of a municipality
/// has not been ended: a unique index. Where nobody ends it, it is over at the time given.
/// </summary>
public sealed class Outage : IMunicipalityOwned
{
    /// <summary>The unique index that keeps one outage at a time.</summary>
    internal const string OneRunning = "ux_outage_one_running";

    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required DateTimeOffset FromAt { get; init; }

    /// <summary>Not included.</summary>
    public required DateTimeOffset UntilAt { get; set; }

    /// <summary>When it was ended, or found to be over; null before.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When it is or was over.</summary>
    public DateTimeOffset OverAt => EndedAt ?? UntilAt;

    public bool IsRunning(DateTimeOffset now) => EndedAt is null && now < UntilAt;
}
