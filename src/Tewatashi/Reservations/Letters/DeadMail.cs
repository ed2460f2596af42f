using Tewatashi.Cards;
using Tewatashi.Mail;

namespace Tewatashi.Reservations.Letters;

/// <summary>A mail that did not arrive, for the eye of staff: the address masked, the reason as a code.</summary>
/// <param name="Masked">Null once the address was erased.</param>
/// <param name="CardId">Of the first person of the visit or wait; null where there is none any more.</param>
/// <param name="Day">Of the visit; null without one.</param>
public sealed record DeadMail(
    Guid Id, MailKind Kind, string? Masked, Guid? CardId, SerialNumber? SerialNumber, DateOnly? Day, TimeOnly? StartsAt, string? Reason, int Attempts, DateTimeOffset CreatedAt);
