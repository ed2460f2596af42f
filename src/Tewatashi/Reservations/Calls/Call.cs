using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations.Calls;

/// <summary>
/// 電話連絡: someone who must be told by telephone, because no verified mail address is there. Names the card alone; the number is
/// looked up on the application, never held here. A card has at most one live call for a reason: a unique index.
/// </summary>
public sealed class Call : IMunicipalityOwned, IVersioned
{
    /// <summary>The unique index that keeps one live call for a card and reason.</summary>
    internal const string OneLive = "ux_call_one_live_per_card_and_reason";

    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required Guid CardId { get; init; }
    public required CallReason Reason { get; init; }

    /// <summary>The visit it is about; null where it is about the card alone.</summary>
    public Guid? VisitId { get; set; }

    /// <summary>By when it is of use; null where any time does.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public CallState State { get; set; } = CallState.Open;

    /// <summary>How often nobody answered.</summary>
    public int NotReached { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When someone last wrote down how it went; null before.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Who did; null before, and where the reason went away by itself.</summary>
    public string? AnsweredBy { get; set; }
}
