using Tewatashi.Cards;
using Tewatashi.Reservations;

namespace Tewatashi.HandOver;

/// <summary>A card in a counter's tray.</summary>
/// <param name="ProposedPath">The place it was picked from; null where that is not known or no longer used.</param>
/// <param name="BookedOn">The day of its live booking; null where it has none.</param>
/// <param name="BookedCounterId">The counter of that booking.</param>
/// <param name="IsCheckedIn">Its resident is here.</param>
/// <param name="LastState">How its last booking ended; null where it never had one.</param>
public sealed record TrayCard(
    Guid CardId, SerialNumber SerialNumber, Guid CounterId, string Counter, string? ProposedPath, Suspension? Suspension, DateOnly? BookedOn, Guid? BookedCounterId,
    bool IsCheckedIn, ReservationState? LastState, string? LastReason)
{
    public string LastFour => SerialNumber.LastFour;

    /// <summary>
    /// Somebody still comes for it here: today, or on the next day with bookings, whose cards are picked the evening before. A card on
    /// 保留 goes back, unless its resident stands at the counter.
    /// </summary>
    internal bool StaysFor(DateOnly today, DateOnly? nextDay) =>
        IsCheckedIn || (Suspension is null && BookedCounterId == CounterId && BookedOn is { } day && (day == today || day == nextDay));
}
