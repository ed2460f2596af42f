using System.Security.Cryptography;

namespace Tewatashi.Data.Keys;

/// <summary>
/// The system's random bytes for nonces, fetched many at a time: each fetch costs as much as sealing an item. For what need not
/// stay secret alone; keys and passwords ask the system each time.
/// </summary>
internal static class RandomPool
{
    [ThreadStatic]
    private static byte[]? bytes;

    [ThreadStatic]
    private static int left;

    public static void Fill(Span<byte> target)
    {
        var pool = bytes ??= new byte[3072];
        if (left < target.Length)
        {
            RandomNumberGenerator.Fill(pool);
            left = pool.Length;
        }

        // Given out once and wiped: no byte serves two nonces.
        var taken = pool.AsSpan(left - target.Length, target.Length);
        taken.CopyTo(target);
        taken.Clear();
        left -= target.Length;
    }
}
