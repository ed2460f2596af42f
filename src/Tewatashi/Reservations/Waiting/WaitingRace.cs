using Tewatashi.Data;

namespace Tewatashi.Reservations.Waiting;

/// <summary>Two forms for one card at once, or the first two of a municipality: the second run sees what the first could not.</summary>
internal static class WaitingRace
{
    private const int Tries = 3;

    public static async Task<T> RunAsync<T>(Func<Task<T>> run, T otherwise)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            try
            {
                return await run();
            }
            catch (AlreadyThereException)
            {
                // Run again: what is there now decides.
            }
        }

        return otherwise;
    }
}
