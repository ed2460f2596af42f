using Tewatashi.Cards;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations;

/// <summary>A person of a visit as pages show it: 「1人目(下4けた 1234)」, without a name.</summary>
public sealed record VisitPersonView(Guid ReservationId, Guid CardId, int Ordinal, SerialNumber SerialNumber, RecipientKind RecipientKind, ReservationState State);
