using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Incidents;

/// <summary>Writes down an incident that is no 紛失確定. The card is named by its label, or none is.</summary>
[UseCase(UsedBy.Staff)]
public sealed class RecordIncident(Database database)
{
    /// <param name="KnownOn">The day on which the office knew.</param>
    /// <param name="SerialNumber">Null where it is about no card, or about many.</param>
    public sealed record Request(IncidentKind Kind, DateOnly KnownOn, bool Wrongful, SerialNumber? SerialNumber);

    public abstract record Outcome;

    public sealed record Recorded(Guid IncidentId) : Outcome;

    public sealed record UnknownCard : Outcome;

    /// <summary>In the future.</summary>
    public sealed record WrongDay(DateOnly Latest) : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (!IncidentWords.WrittenByHand.Contains(request.Kind)) throw new ArgumentException("A loss is written down by its search.", nameof(request));
        try
        {
            return await WriteAsync(request, caller, cancellationToken);
        }
        catch (AlreadyThereException exception) when (exception.Index is Incident.Numbered)
        {
            return await WriteAsync(request, caller, cancellationToken); // somebody took the number at the same moment
        }
    }

    private Task<Outcome> WriteAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.RecordIncident, async work =>
        {
            if (request.KnownOn > JapanTime.DateOf(work.Now)) return work.Refuse(new WrongDay(JapanTime.DateOf(work.Now)));
            Guid? card = null;
            if (request.SerialNumber is { } serial)
            {
                card = await work.Context.Cards.Where(row => row.SerialNumber == serial).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken);
                if (card is null) return work.Refuse(new UnknownCard());
            }

            var incident = await work.NewIncidentAsync(new(request.Kind, request.KnownOn, request.Wrongful, card), cancellationToken);
            work.Record(nameof(Recorded), incident.Id, request.Kind.ToString(), card is { } about ? [about] : []);
            return new Recorded(incident.Id);
        }, (_, first) => Task.FromResult<Outcome>(new Recorded(first.SubjectId!.Value)), cancellationToken); // recorded with it
}
