using Tewatashi.Data;

namespace Tewatashi.Reservations;

/// <summary>
/// Runs a booking again whole when a unique index stopped it: the same card was booked at the same moment, or two bookings drew
/// the same number. The second run sees what the first could not.
/// </summary>
internal static class LostRace
{
    private const int Tries = 6;

    public static async Task<T> RetryAsync<T>(Func<Task<T>> run, Func<T> otherwise)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            try
            {
                return await run();
            }
            catch (AlreadyThereException exception) when (IsOfBooking(exception.Index))
            {
                // Run again: what is there now decides.
            }
        }

        return otherwise();
    }

    private static bool IsOfBooking(string index) =>
        index is "ux_reservation_one_live_per_card" || index.Contains("reservation_number", StringComparison.Ordinal);
}
