using Tewatashi.Counters;
using Tewatashi.Reservations;

namespace Tewatashi.Imports;

/// <summary>The share of the grid that was taken for a row's booking, and the number under which it will be found.</summary>
/// <param name="Minutes">Of the one person, before rounding up to the grid.</param>
internal sealed record TakenSeat(SeatSpan Span, ReservationNumber Number, int Minutes);
