using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Incidents;

/// <summary>Something that was done about an incident, on a day. Of a step written down again the latest counts; the former stay.</summary>
public sealed class IncidentStep : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required Guid IncidentId { get; init; }
    public required IncidentStepKind Kind { get; init; }

    /// <summary>The day on which it was done.</summary>
    public required DateOnly DoneOn { get; init; }

    public required DateTimeOffset At { get; init; }
    public required string ActorId { get; init; }
}
