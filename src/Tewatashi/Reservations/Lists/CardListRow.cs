using Tewatashi.Cards;
using Tewatashi.Notices;

namespace Tewatashi.Reservations.Lists;

/// <summary>A card in a list, without its applicant.</summary>
/// <param name="Path">Where it lies; null where it lies in no storage place.</param>
/// <param name="Notice">Of its notice that is not withdrawn; null where it has none.</param>
/// <param name="DeadlineOn">交付期限, inclusive; null where none is set yet.</param>
/// <param name="VisitDay">Of its live booking; null where it has none.</param>
/// <param name="ArrivedAt">When it came, or was taken over; null while it is expected.</param>
/// <param name="Shipment">Null for a card of a former stock.</param>
public sealed record CardListRow(
    Guid CardId, int Version, SerialNumber SerialNumber, CardProgress Progress, PlaceKind PlaceKind, string? Path, Suspension? Suspension, bool AmendmentNeeded, CardRoute Route,
    NoticeState? Notice, DateOnly? DeadlineOn, ReservationState? Booking, DateOnly? VisitDay, TimeOnly? VisitAt, DateTimeOffset? ArrivedAt, string? Shipment)
{
    public CardStatus Status => CardStatuses.Of(Progress, PlaceKind, Suspension, Notice, Booking);
}
