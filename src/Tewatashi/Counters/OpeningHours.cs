using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Counters;

/// <summary>開庁時間: a stretch of a weekday at a counter with the booths that are open in it. A day may have several, not overlapping.</summary>
public sealed class OpeningHours : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required Guid CounterId { get; init; }
    public required DayOfWeek Weekday { get; init; }
    public required TimeOnly OpensAt { get; init; }

    /// <summary>Not included.</summary>
    public required TimeOnly ClosesAt { get; init; }

    public required int Booths { get; init; }

    /// <summary>The first day this pattern counts; of several, the latest that has begun.</summary>
    public required DateOnly EffectiveOn { get; init; }
}
