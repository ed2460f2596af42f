using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Municipalities;

/// <summary>An administrator changes the rules of the municipality. They count from the next booking on, or from a
/// day to come on; what is booked stays as it was booked.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ChangeSettings(Database database)
{
    /// <param name="Version">As the form showed it.</param>
    /// <param name="EffectiveOn">From this day on; null: at once. Only rules of booking can be planned.</param>
    public sealed record Request(int Version, Rules Rules, DateOnly? EffectiveOn = null);

    public abstract record Outcome;

    /// <param name="SeatsChange">The kept seats are others now: those of days that were booked before must be fitted.</param>
    public sealed record Changed(bool SeatsChange) : Outcome;

    /// <summary>They will count from that day on, without anybody doing anything then.</summary>
    /// <param name="SeatsChange">The kept seats of those days are others now: what was made before must be fitted.</param>
    public sealed record Planned(DateOnly EffectiveOn, bool SeatsChange) : Outcome;

    /// <summary>Someone else changed them while this form was open.</summary>
    public sealed record ChangedMeanwhile : Outcome;

    /// <param name="Problems">Field of <see cref="Municipalities.Rules"/> and what to do.</param>
    public sealed record Refused(IReadOnlyList<RuleProblem> Problems) : Outcome;

    /// <summary>The rules as they count today.</summary>
    public Task<MunicipalitySettings> CurrentAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, context => context.RulesOnAsync(JapanTime.Today(database.Clock), cancellationToken), cancellationToken);

    /// <summary>What is planned for days to come, by day.</summary>
    public Task<List<PlannedRule>> PlannedAsync(MunicipalityCode municipality, CancellationToken cancellationToken)
    {
        var today = JapanTime.Today(database.Clock);
        return database.ReadAsync(municipality, context => context.PlannedRules.AsNoTracking().Where(row => row.EffectiveOn > today)
            .OrderBy(row => row.EffectiveOn).ThenBy(row => row.Field).ToListAsync(cancellationToken), cancellationToken);
    }

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.Rules.Problems().ToList() is { Count: > 0 } problems) return new Refused(problems);
        try
        {
            return await database.WriteAsync(caller, OperationKind.ChangeSettings, work => ChangeAsync(work, request, cancellationToken),
                (_, _) => Task.FromResult<Outcome>(request.EffectiveOn is { } day ? new Planned(day, SeatsChange: true) : new Changed(SeatsChange: true)), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ChangedMeanwhile(); // both had read the same version
        }
    }

    private static async Task<Outcome> ChangeAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var settings = await work.Context.Settings.SingleAsync(cancellationToken);
        if (settings.Version != request.Version)
        {
            work.Abandon();
            return new ChangedMeanwhile();
        }

        var today = JapanTime.DateOf(work.Now);
        var planned = await work.Context.PlannedRules.ToListAsync(cancellationToken);
        var change = RulesChange.Of(settings, planned, request.Rules, request.EffectiveOn, today);
        if (change.IsPlanned) return Plan(work, settings, planned, change);

        // What has begun is written into the rules that stand, so that it does not come back over what is changed now.
        var begun = planned.Where(row => row.EffectiveOn <= today).ToList();
        settings.With(begun, today);
        work.Context.RemoveRange(begun);
        var seatsChange = settings.KeptPercent != request.Rules.KeptPercent;
        var changes = request.Rules.ApplyTo(settings);
        work.Record("Changed", detail: changes.Count == 0 ? "nothing" : string.Join(", ", changes));
        return new Changed(seatsChange);
    }

    private static Outcome Plan(Work work, MunicipalitySettings settings, List<PlannedRule> planned, RulesChange change)
    {
        if (change.Problems() is { Count: > 0 } problems) return work.Refuse(new Refused(problems));
        var (day, differences) = (change.From, change.Differences);
        var old = planned.Where(row => row.EffectiveOn == day).ToList();
        foreach (var row in old.Where(row => !differences.Any(one => one.Field == row.Field))) work.Context.Remove(row);
        foreach (var (field, value) in differences)
        {
            if (old.Find(row => row.Field == field) is { } there) there.Value = value;
            else work.Context.Add(new PlannedRule { Municipality = work.Municipality, EffectiveOn = day, Field = field, Value = value });
        }

        // Two who plan at once must not both win.
        work.Context.Entry(settings).State = EntityState.Modified;
        work.Record("Planned", detail: FormattableString.Invariant($"{day:yyyy-MM-dd} ") + (differences.Count == 0 ? "nothing" : string.Join(", ", differences.Select(row => $"{row.Field}→{row.Value}"))));
        return new Planned(day, differences.Any(row => row.Field == nameof(Rules.KeptPercent)) || old.Exists(row => row.Field == nameof(Rules.KeptPercent)));
    }
}
