using Tewatashi.Cards;

namespace Tewatashi.Incidents;

/// <summary>An incident with what was done about it.</summary>
/// <param name="SerialNumber">Null where it is about no card.</param>
/// <param name="Done">The day of each step, as written down last.</param>
public sealed record IncidentLine(Incident Incident, SerialNumber? SerialNumber, IReadOnlyDictionary<IncidentStepKind, DateOnly> Done)
{
    public bool IsClosed => Done.ContainsKey(IncidentStepKind.Closed);

    public bool IsFirstReportLate(DateOnly today) => !Done.ContainsKey(IncidentStepKind.FirstReport) && today > Incident.Clock.FirstBy;

    public bool IsFinalReportLate(DateOnly today) => !Done.ContainsKey(IncidentStepKind.FinalReport) && today > Incident.Clock.FinalBy;

    /// <summary>The next report that is due; null where both are in.</summary>
    public (IncidentStepKind Report, DateOnly By)? Next =>
        !Done.ContainsKey(IncidentStepKind.FirstReport) ? (IncidentStepKind.FirstReport, Incident.Clock.FirstBy)
        : !Done.ContainsKey(IncidentStepKind.FinalReport) ? (IncidentStepKind.FinalReport, Incident.Clock.FinalBy)
        : null;
}
