using Tewatashi.Counters;

namespace Tewatashi.Reservations.Outages;

/// <summary>An outage in numbers: nobody's booking.</summary>
/// <param name="Counters">Names of the chosen counters; none: every counter.</param>
/// <param name="Unsettled">Visits that lost their place in it and have no other yet.</param>
/// <param name="ToCall">People that are still to be called about it.</param>
/// <param name="InVain">Who came in vain, by the way in which they did.</param>
public sealed record OutageView(Outage Outage, IReadOnlyList<string> Counters, int Unsettled, int ToCall, IReadOnlyDictionary<TurnedAwayWay, int> InVain)
{
    public int AllInVain => InVain.Values.Sum();
}
