using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Cards;

/// <summary>持出し: a card that a named member of staff has outside the office, to be back by a time. A card is taken out once at a time: a unique index.</summary>
public sealed class TakeOut : IMunicipalityOwned
{
    internal const string OneLivePerCard = "ux_take_out_one_live_per_card";

    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required Guid CardId { get; init; }

    /// <summary>Who carries it.</summary>
    public required Guid StaffMemberId { get; init; }

    public required TakeOutKind Kind { get; init; }
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The account that scanned it out.</summary>
    public required string TakenBy { get; init; }

    /// <summary>The moment by which it is to be back, inclusive.</summary>
    public required DateTimeOffset BackBy { get; init; }

    /// <summary>When the card came back, was handed over outside, or was missed. Null while it is out.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public string? EndedBy { get; set; }
}
