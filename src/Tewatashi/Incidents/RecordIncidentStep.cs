using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Incidents;

/// <summary>Writes down what was done about an incident and on which day. A wrong day is mended by writing the step down again.</summary>
[UseCase(UsedBy.Staff)]
public sealed class RecordIncidentStep(Database database)
{
    public sealed record Request(Guid IncidentId, IncidentStepKind Kind, DateOnly DoneOn);

    public abstract record Outcome;

    public sealed record Recorded : Outcome;

    /// <summary>Before the office knew, or in the future.</summary>
    public sealed record WrongDay(DateOnly Earliest, DateOnly Latest) : Outcome;

    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.RecordIncident, async work =>
        {
            if (await work.Context.Incidents.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.IncidentId, cancellationToken) is not { } incident) return work.Refuse(new NotFound());
            var today = JapanTime.DateOf(work.Now);
            if (request.DoneOn < incident.KnownOn || request.DoneOn > today) return work.Refuse(new WrongDay(incident.KnownOn, today));
            work.Context.Add(new IncidentStep
            {
                Municipality = work.Municipality,
                Id = Ids.New(),
                IncidentId = incident.Id,
                Kind = request.Kind,
                DoneOn = request.DoneOn,
                At = work.Now,
                ActorId = caller.Actor.Id,
            });
            work.Record(nameof(Recorded), incident.Id, request.Kind.ToString(), incident.CardId is { } card ? [card] : []);
            return new Recorded();
        }, (_, _) => Task.FromResult<Outcome>(new Recorded()), cancellationToken);
}
