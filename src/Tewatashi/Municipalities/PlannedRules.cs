using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Municipalities;

/// <summary>The rules as they count on a day: those that stand, with every planned one that has begun by then laid over them.</summary>
public static class PlannedRules
{
    /// <summary>A reading of its own: changing it changes nothing.</summary>
    public static async Task<MunicipalitySettings> RulesOnAsync(this TewatashiContext context, DateOnly day, CancellationToken cancellationToken)
    {
        var settings = await context.Settings.AsNoTracking().SingleAsync(cancellationToken);
        var begun = await context.PlannedRules.AsNoTracking().Where(row => row.EffectiveOn <= day).ToListAsync(cancellationToken);
        return settings.With(begun, day);
    }

    /// <summary>Lays the planned rules that have begun on a day over these.</summary>
    internal static MunicipalitySettings With(this MunicipalitySettings settings, IEnumerable<PlannedRule> planned, DateOnly day)
    {
        var begun = planned.Where(row => row.EffectiveOn <= day).OrderBy(row => row.EffectiveOn).ToList();
        if (begun.Count == 0) return settings;
        begun.Aggregate(Rules.Of(settings), (rules, row) => rules.With(row.Field, row.Value)).ApplyTo(settings);
        return settings;
    }
}
