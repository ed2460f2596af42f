using Tewatashi.Data;
using Tewatashi.Reservations.Calls;
using Tewatashi.Time;

namespace Tewatashi.Reservations;

/// <summary>What happens to a booking whose card cannot be given: it stays, staff see it, and whoever is booked goes on the call list.</summary>
internal static class CardCalls
{
    /// <returns>The live booking; null where the card has none.</returns>
    public static async Task<LiveBooking?> CallForCardAsync(this Work work, Guid cardId, CancellationToken cancellationToken)
    {
        var booking = await LiveBooking.OfAsync(work.Context, cardId, cancellationToken);
        if (booking is { State: ReservationState.Booked })
            await work.AddCallAsync(new NewCall(CallReason.CardOnHold, cardId, booking.VisitId, JapanTime.InstantOf(booking.Day, booking.StartsAt)), cancellationToken);
        return booking;
    }
}
