using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations.Waiting;

/// <summary>
/// 空き待ち: someone waits for a seat within a span of days at certain counters. Who has waited longest is offered a freed seat first.
/// A card waits once at a time: a unique index over the entries that have not ended.
/// </summary>
public sealed class WaitingEntry : IMunicipalityOwned, IVersioned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>The card of the one who waits; those who come along are in <see cref="WaitingPerson"/> rows, this one too.</summary>
    public required Guid CardId { get; init; }

    /// <summary>The first day wanted, inclusive.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>The last day wanted, inclusive.</summary>
    public required DateOnly ToOn { get; init; }

    public required PartOfDay PartOfDay { get; init; }

    /// <summary>How the wish came in, and so by whose rules seats are offered: Web or Phone.</summary>
    public required Channel Channel { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while it waits.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why it ended; null while it waits.</summary>
    public WaitingEnd? EndReason { get; set; }
}
