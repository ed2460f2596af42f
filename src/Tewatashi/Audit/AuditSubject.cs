using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Audit;

/// <summary>A further record named by an entry of the log: the cards a list showed, the cards of a family's visit.</summary>
public sealed class AuditSubject : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid EntryId { get; init; }
    public required Guid SubjectId { get; init; }
}
