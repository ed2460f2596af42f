namespace Tewatashi.Testing.Mail;

/// <summary>One message as it came over the wire.</summary>
/// <param name="Sender">The envelope's sender; empty for a bounce.</param>
/// <param name="Recipients">The envelope's accepted recipients.</param>
/// <param name="Raw">Header and body as sent, dots unstuffed, without the final dot.</param>
/// <param name="Answered">False where the sender never heard that the message was taken.</param>
public sealed record ReceivedMail(string Sender, IReadOnlyList<string> Recipients, ReadOnlyMemory<byte> Raw, bool Answered);
