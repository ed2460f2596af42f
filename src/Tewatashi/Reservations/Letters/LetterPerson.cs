using Tewatashi.Municipalities;

namespace Tewatashi.Reservations.Letters;

/// <summary>Someone of a visit as a mail tells of them.</summary>
/// <param name="Errand">The kind of booking; null: 受取.</param>
internal sealed record LetterPerson(RecipientKind RecipientKind, BookingKind? Errand = null);
