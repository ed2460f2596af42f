using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Audit;

/// <summary>
/// One line of the operation log: who did what, when, from where, to which record, and how it ended. Written in the
/// transaction of the thing itself, never changed. Holds ids and codes, never one of the fourteen items.
/// </summary>
public sealed class AuditEntry : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required ActorKind ActorKind { get; init; }
    public required string ActorId { get; init; }
    public string? Role { get; init; }
    public required string Source { get; init; }
    public required OperationKind Operation { get; init; }

    /// <summary>The record it was done to: a card, a visit, a counter. Null where there is none. No foreign key: the log outlives what it describes.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>A word of the use case's outcome, such as <c>Booked</c> or <c>WrongCard</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Codes and numbers that tell more, such as <c>Received→Inspected</c> or a count.</summary>
    public string? Detail { get; init; }

    /// <summary>Unique with municipality and actor: a form sent twice acts once.</summary>
    public Guid? OperationId { get; init; }
}
