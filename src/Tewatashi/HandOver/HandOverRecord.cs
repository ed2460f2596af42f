using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.HandOver;

/// <summary>交付: that a card was put into the right hands, by whom, and where the answered notice is filed.</summary>
public sealed class HandOverRecord : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required Guid CardId { get; init; }
    public required Guid ReservationId { get; init; }
    public required Guid CounterId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid StaffMemberId { get; init; }
    public required RecipientKind RecipientKind { get; init; }

    /// <summary>綴り番号 of the answered notice.</summary>
    public required string FileNumber { get; init; }
}
