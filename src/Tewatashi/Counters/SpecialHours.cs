using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Counters;

/// <summary>
/// 臨時の開庁時間: a stretch of one single day at a counter, beside the weekly hours or instead of them. Counts on holidays and at the
/// turn of the year too, because someone chose that very day; a 休庁日 closes it all the same.
/// </summary>
public sealed class SpecialHours : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required Guid CounterId { get; init; }
    public required DateOnly Day { get; init; }
    public required TimeOnly OpensAt { get; init; }

    /// <summary>Not included.</summary>
    public required TimeOnly ClosesAt { get; init; }

    public required int Booths { get; init; }

    /// <summary>True: the weekly hours do not count on this day. All stretches of a counter's day say the same.</summary>
    public required bool Replaces { get; init; }
}
