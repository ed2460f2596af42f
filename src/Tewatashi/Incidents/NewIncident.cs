using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Incidents;

/// <summary>An incident to be written down.</summary>
/// <param name="KnownOn">Day one of the legal clocks.</param>
/// <param name="CardId">Null where it is about no card, or about many.</param>
/// <param name="SecondId">Who stood for it beside the one at the screen; null where one was enough.</param>
internal sealed record NewIncident(IncidentKind Kind, DateOnly KnownOn, bool Wrongful, Guid? CardId = null, Guid? SecondId = null);

internal static class NewIncidents
{
    /// <summary>Gives it the next number of the year, one after the other.</summary>
    public static async Task<Incident> NewIncidentAsync(this Work work, NewIncident incident, CancellationToken cancellationToken)
    {
        var year = FiscalYear.Of(JapanTime.DateOf(work.Now));
        var last = await work.Context.Incidents.Where(row => row.Year == year).MaxAsync(row => (int?)row.Number, cancellationToken) ?? 0;
        var row = new Incident
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            Year = year,
            Number = last + 1,
            Kind = incident.Kind,
            Wrongful = incident.Wrongful,
            KnownOn = incident.KnownOn,
            CardId = incident.CardId,
            RecordedAt = work.Now,
            RecordedBy = work.Caller.Actor.Id,
            SecondId = incident.SecondId,
        };
        work.Context.Add(row);
        return row;
    }
}
