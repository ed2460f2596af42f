using Tewatashi.Municipalities;

namespace Tewatashi.Counters;

/// <summary>Per cent of the seats kept for the telephone and for people without a booking, by the day of the visit.</summary>
/// <param name="settings">The rules that stand.</param>
/// <param name="planned">Those that are planned.</param>
public sealed class KeptQuota(MunicipalitySettings settings, IEnumerable<PlannedRule> planned)
{
    private readonly (DateOnly From, int Percent)[] changes =
    [
        .. planned.Where(row => row.Field == nameof(Rules.KeptPercent)).OrderByDescending(row => row.EffectiveOn)
            .Select(row => (row.EffectiveOn, int.Parse(row.Value, System.Globalization.CultureInfo.InvariantCulture))),
    ];

    public int On(DateOnly day)
    {
        foreach (var (from, percent) in changes)
        {
            if (from <= day) return percent;
        }

        return settings.KeptPercent;
    }
}
