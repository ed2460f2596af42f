using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Time;

namespace Tewatashi.Reservations;

/// <summary>An administrator looks at what changed rules would do before applying them: counts alone, nobody's record.</summary>
[UseCase(UsedBy.Staff)]
public sealed class PreviewRules(Database database)
{
    /// <summary>Null where nothing would change, or the change would be refused: <see cref="ChangeSettings"/> says so.</summary>
    public Task<RulesEffect?> RunAsync(MunicipalityCode municipality, ChangeSettings.Request request, CancellationToken cancellationToken)
    {
        if (request.Rules.Problems().Any()) return Task.FromResult<RulesEffect?>(null);
        return database.ReadAsync(municipality, async context =>
        {
            var now = database.Clock.GetUtcNow();
            var settings = await context.Settings.AsNoTracking().SingleAsync(cancellationToken);
            var planned = await context.PlannedRules.AsNoTracking().ToListAsync(cancellationToken);
            var change = RulesChange.Of(settings, planned, request.Rules, request.EffectiveOn, JapanTime.DateOf(now));
            if (settings.Version != request.Version || change.Problems().Count > 0 || change.Differences.Count == 0) return null;

            var at = change.IsPlanned ? JapanTime.InstantOf(change.From, TimeOnly.MinValue) : now;
            var tables = await CalendarTables.LoadAsync(context, cancellationToken);
            var later = planned.Where(row => row.EffectiveOn > change.From).ToList();
            var (before, reachBefore) = Under(change.Before);
            var (after, reachAfter) = Under(change.After);
            var touched = await TouchedRules.OfAsync(context, before, after, [.. change.Differences.Select(row => row.Field)], now, cancellationToken);
            return new RulesEffect(change.From, change.Before, change.After, touched, reachBefore, reachAfter);

            (BookingRules Rules, RulesReach Reach) Under(Rules rules)
            {
                var ruled = new MunicipalitySettings { Municipality = municipality };
                rules.ApplyTo(ruled);
                var calendar = new CounterCalendar(tables with { Kept = new KeptQuota(ruled, later) });
                var booking = new BookingRules(ruled, calendar.BusinessDays, at);
                return (booking, RulesReach.Of(calendar, booking));
            }
        }, cancellationToken);
    }
}
