using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Staff;
using Tewatashi.Time;

namespace Tewatashi.Incidents;

/// <summary>事故の記録: one incident with all its steps, recorded as a view; and how many reports are late.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ViewIncident(Database database)
{
    private const int Most = 200;

    /// <param name="Counts">It was not written down again later.</param>
    public sealed record StepLine(IncidentStepKind Kind, DateOnly DoneOn, DateTimeOffset At, string Who, bool Counts);

    /// <param name="RecordedBy">Name of the member of staff.</param>
    /// <param name="Second">Null where one was enough.</param>
    public sealed record One(DateOnly Today, IncidentLine Line, IReadOnlyList<StepLine> Steps, string RecordedBy, string? Second);

    /// <summary>Null where there is no such incident.</summary>
    public Task<One?> RunAsync(Guid incidentId, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<One?>(caller, OperationKind.ViewIncidents, async work =>
        {
            if (await work.Context.Incidents.AsNoTracking().SingleOrDefaultAsync(row => row.Id == incidentId, cancellationToken) is not { } incident) return work.Refuse<One?>(null);
            var line = (await LinesAsync(work.Context, [incident], cancellationToken))[0];
            var steps = await work.Context.IncidentSteps.AsNoTracking().Where(row => row.IncidentId == incident.Id).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancellationToken);
            var people = await StaffNames.OfAsync(work.Context, [.. steps.Select(row => row.ActorId), incident.RecordedBy, incident.SecondId?.ToString()], cancellationToken);
            work.Record("Viewed", incident.Id, others: incident.CardId is { } card ? [card] : []);
            return new One(JapanTime.DateOf(work.Now), line,
            [
                .. steps.Select((row, i) => new StepLine(row.Kind, row.DoneOn, row.At, people.GetValueOrDefault(row.ActorId, "—"), !steps.Skip(i + 1).Any(later => later.Kind == row.Kind))),
            ], people.GetValueOrDefault(incident.RecordedBy, "—"), incident.SecondId is { } second ? people.GetValueOrDefault(second.ToString(), "—") : null);
        }, cancellationToken: cancellationToken);

    /// <summary>Reports that are late. A number alone.</summary>
    public Task<int> LateAsync(MunicipalityCode municipality, CancellationToken cancellationToken)
    {
        var today = JapanTime.Today(database.Clock);
        return database.ReadAsync(municipality, async context =>
        {
            // Nothing older than the longest clock without its final report is looked for again and again: an index finds the open ones.
            var open = await context.Incidents.AsNoTracking().Where(row => !context.IncidentSteps.Any(step => step.IncidentId == row.Id && step.Kind == IncidentStepKind.FinalReport))
                .Take(Most).ToListAsync(cancellationToken);
            return (await LinesAsync(context, open, cancellationToken)).Count(line => line.IsFirstReportLate(today) || line.IsFinalReportLate(today));
        }, cancellationToken);
    }

    private static async Task<List<IncidentLine>> LinesAsync(TewatashiContext context, IReadOnlyList<Incident> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var cards = rows.Select(row => row.CardId).OfType<Guid>().ToList();
        var steps = await context.IncidentSteps.AsNoTracking().Where(row => ids.Contains(row.IncidentId)).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        var serials = await context.Cards.Where(row => cards.Contains(row.Id)).Select(row => new { row.Id, row.SerialNumber }).ToDictionaryAsync(row => row.Id, row => row.SerialNumber, cancellationToken);
        return
        [
            .. rows.Select(row => new IncidentLine(row, row.CardId is { } card ? serials[card] : null,
                steps.Where(step => step.IncidentId == row.Id).GroupBy(step => step.Kind).ToDictionary(group => group.Key, group => group.Last().DoneOn))),
        ];
    }
}
