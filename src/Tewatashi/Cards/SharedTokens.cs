using System.Collections.Concurrent;

namespace Tewatashi.Cards;

/// <summary>
/// Tokens that many applicants share while a file of them is taken in: a year has 366 birthdays, and few syllables begin most names.
/// Bounded; whatever does not fit is made anew each time. Safe to use from many threads.
/// </summary>
internal sealed class SharedTokens
{
    private const int Limit = 16_000;

    private ConcurrentDictionary<string, byte[]>? kept;
    private int count;

    /// <summary>Null where it was not kept.</summary>
    public byte[]? Find(ReadOnlySpan<char> text) =>
        Volatile.Read(ref kept)?.GetAlternateLookup<ReadOnlySpan<char>>() is { } tokens && tokens.TryGetValue(text, out var token) ? token : null;

    /// <returns>The token itself.</returns>
    public byte[] Keep(ReadOnlySpan<char> text, byte[] token)
    {
        if (Volatile.Read(ref count) >= Limit) return token;
        var tokens = LazyInitializer.EnsureInitialized(ref kept, () => new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal));
        if (tokens.TryAdd(text.ToString(), token)) Interlocked.Increment(ref count);
        return token;
    }
}
