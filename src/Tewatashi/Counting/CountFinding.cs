using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Counting;

/// <summary>One card that differs between a closed count and the books, with what the books said at that moment.</summary>
public sealed class CountFinding : IMunicipalityOwned, IVersioned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required Guid CountId { get; init; }
    public required FindingKind Kind { get; init; }
    public required SerialNumber SerialNumber { get; init; }

    /// <summary>Null: no such card is known.</summary>
    public Guid? CardId { get; init; }

    /// <summary>Where the books said it was; null for a card that is not known.</summary>
    public PlaceKind? BooksKind { get; init; }

    public Guid? BooksLocationId { get; init; }
    public Guid? BooksCounterId { get; init; }

    /// <summary>Null while it is not settled.</summary>
    public FindingEnd? EndReason { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
    public string? EndedBy { get; set; }
}
