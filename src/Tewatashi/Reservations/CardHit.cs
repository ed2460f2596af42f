using Tewatashi.Cards;
using Tewatashi.Storage;

namespace Tewatashi.Reservations;

/// <summary>A card that a search found, as staff see it in the list.</summary>
/// <param name="KanaName">Null where the file gave none.</param>
/// <param name="Place">Where it lies, to put the hand there; null where it lies in no storage place.</param>
/// <param name="VisitDay">Of its live booking; null where it has none.</param>
public sealed record CardHit(
    Guid CardId, SerialNumber SerialNumber, string? KanaName, string Birthday, CardStatus Status, Suspension? Suspension, PlaceKind PlaceKind, LocationWords? Place,
    DateOnly? VisitDay, TimeOnly? VisitAt, CardMatch Match);
