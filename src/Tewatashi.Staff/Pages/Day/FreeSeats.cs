using Tewatashi.HandOver;

namespace Tewatashi.Staff.Pages.Day;

/// <summary>The next free times, to be read out or printed for somebody who came without a booking. Names nobody.</summary>
/// <param name="At">When they were read: others may have taken them since.</param>
public sealed record FreeSeats(IReadOnlyList<FreeSeat> Seats, DateTimeOffset At);
