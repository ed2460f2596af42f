using Tewatashi.Cards;

namespace Tewatashi.Reservations;

/// <summary>The other card of a 再作成, for a card's page.</summary>
/// <param name="IsOld">True where the card on the page is the old one and <paramref name="Other"/> replaces it.</param>
public sealed record RemadeLink(Guid OtherId, SerialNumber Other, bool IsOld);
