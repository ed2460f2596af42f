using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.HandOver;

/// <summary>
/// 交付: that a card was put into the right hands, by whom, and where the answered notice is filed. Taken back on the same day (交付取消), the
/// record stays and says so; the card may be handed over again, with a record of its own.
/// </summary>
public sealed class HandOverRecord : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required Guid CardId { get; init; }
    public required Guid ReservationId { get; init; }
    public required Guid CounterId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>When it really was, where it was entered later from the 当日控え; null: at <see cref="At"/>.</summary>
    public DateTimeOffset? HappenedAt { get; init; }

    public required Guid StaffMemberId { get; init; }
    public required RecipientKind RecipientKind { get; init; }

    /// <summary>綴り番号 of the answered notice.</summary>
    public required string FileNumber { get; init; }

    /// <summary>二人目: who else stood for it; never the one who handed over. Null where one was enough.</summary>
    public Guid? SecondId { get; init; }

    /// <summary>What was out of the ordinary.</summary>
    public HandOverExceptions Exceptions { get; init; }

    /// <summary>交付取消; null while it stands.</summary>
    public DateTimeOffset? CancelledAt { get; set; }

    public Guid? CancelledBy { get; set; }

    /// <summary>The second person of the 交付取消; never <see cref="CancelledBy"/>.</summary>
    public Guid? CancelledWith { get; set; }

    public HandOverCancelReason? CancelReason { get; set; }
}
