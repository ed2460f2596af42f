using Tewatashi.Audit;

namespace Tewatashi.Reservations;

/// <summary>One line of a card's history, in the office's words.</summary>
/// <param name="What">For example 「収納」.</param>
/// <param name="Result">For example 「収納済」.</param>
/// <param name="Movement">From where to where it was moved; null where it was not.</param>
/// <param name="Who">Name of the member of staff, or what acted.</param>
public sealed record HistoryLine(DateTimeOffset At, string What, string Result, string? Movement, string Who, bool IsView);
