namespace Tewatashi.Notices;

/// <summary>Another printing of the same batch began while this one ran: its passwords count, the rest of this one is not made.</summary>
public sealed class PrintingReplacedException() : Exception("Another printing of this batch of notices began.");
