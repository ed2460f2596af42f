namespace Tewatashi.Server.Commands;

/// <summary>A command cannot do what was asked; the message is the one line a person reads.</summary>
internal sealed class RefusedException(string message) : Exception(message);
