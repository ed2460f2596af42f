using Tewatashi.Municipalities;
using Tewatashi.Reservations;

namespace Tewatashi.HandOver;

/// <summary>Somebody who comes, came or should have come, for one card or another kind of booking. No name.</summary>
/// <param name="LastFour">The last four digits of the card's 製造管理番号.</param>
/// <param name="CardId">Null where the kind of booking needs none.</param>
/// <param name="Kind">The name of the kind of booking; null: 受取.</param>
/// <param name="Persons">How many come together in the visit.</param>
/// <param name="LateMinutes">Minutes behind the booked time while not checked in; null while not late.</param>
/// <param name="WaitingMinutes">Minutes since the check-in while the card is not handed over, on the day itself; null otherwise.</param>
public sealed record DayLine(
    Guid ReservationId, Guid VisitId, Guid? CardId, ReservationNumber Number, DateOnly Day, TimeOnly StartsAt, Guid CounterId, string Counter, string LastFour, int Persons,
    RecipientKind RecipientKind, Channel Channel, ReservationState State, string? EndReason, PickState Pick, string? CallNumber, int? LateMinutes, int? WaitingMinutes,
    string? Kind);
