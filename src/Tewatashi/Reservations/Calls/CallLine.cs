using Tewatashi.Cards;

namespace Tewatashi.Reservations.Calls;

/// <summary>One line of the call list.</summary>
/// <param name="KanaName">Null where the file gave none.</param>
/// <param name="Visit">The visit it is about; null where it is about the card alone.</param>
public sealed record CallLine(Call Call, SerialNumber SerialNumber, KanaName? KanaName, CallVisit? Visit);
