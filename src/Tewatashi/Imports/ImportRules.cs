using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Storage;
using Tewatashi.Time;

namespace Tewatashi.Imports;

/// <summary>What the rows of a file are held against: the municipality's rules, counters and storage places as they stand when the run begins.</summary>
internal sealed record ImportRules(
    ImportProfile Profile,
    MunicipalitySettings Settings,
    CounterCalendar Calendar,
    IReadOnlyDictionary<CounterCode, Counter> Counters,
    IReadOnlyDictionary<string, Location> Locations,
    DateTimeOffset Now)
{
    public DateOnly Today => JapanTime.DateOf(Now);

    /// <summary>Whether the cards of the file are already in the office's hands.</summary>
    public bool IsStock => Profile.Columns.Any(column => column.Field is ImportField.Location or ImportField.NotifiedOn);

    public bool KeepsYear => Settings.BirthYearDecision is not null;

    /// <summary>How messages call the field's column.</summary>
    public string NameOf(ImportField field) => Profile.Columns.First(column => column.Field == field).DisplayName;

    public static async Task<ImportRules> LoadAsync(
        TewatashiContext context, ImportProfile profile, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var settings = await context.RulesOnAsync(JapanTime.DateOf(now), cancellationToken);
        var calendar = await CounterCalendar.LoadAsync(context, cancellationToken);
        var hasLocations = profile.Columns.Any(column => column.Field == ImportField.Location);
        var locations = hasLocations
            ? await context.Locations.AsNoTracking().ToDictionaryAsync(location => location.Path, StringComparer.OrdinalIgnoreCase, cancellationToken)
            : [];
        return new ImportRules(profile, settings, calendar, calendar.Counters.ToDictionary(counter => counter.Code), locations, now);
    }
}
