using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Municipalities;

namespace Tewatashi.Data;

/// <summary>
/// What a program reads of a municipality's set-up, kept in memory until the municipality's <see cref="SetupMark"/> is another. It is
/// asked for with every booking and changes a few times a year.
/// </summary>
/// <param name="read">Reads it anew. What it returns is shared, and never changed.</param>
internal sealed class KeptSetup<TSetup>(Func<TewatashiContext, CancellationToken, Task<TSetup>> read)
    where TSetup : class
{
    private readonly ConcurrentDictionary<MunicipalityCode, Kept> all = new();

    private sealed record Kept(byte[] Mark, TSetup Setup);

    /// <summary>What is kept under a mark; null where it has to be read.</summary>
    public TSetup? Under(MunicipalityCode municipality, byte[]? mark) =>
        mark is not null && all.TryGetValue(municipality, out var kept) && kept.Mark.AsSpan().SequenceEqual(mark) ? kept.Setup : null;

    /// <param name="mark">The mark as this work has read it already; null to read it here.</param>
    public async Task<TSetup> OfAsync(TewatashiContext context, byte[]? mark, CancellationToken cancellationToken)
    {
        // The mark first: what is read after it is never older than it.
        mark ??= await KeptSetup.Mark(context).FirstOrDefaultAsync(cancellationToken);
        if (mark is null || context.Municipality is not { } municipality) return await read(context, cancellationToken);
        if (Under(municipality, mark) is { } kept) return kept;
        var setup = await read(context, cancellationToken);
        all[municipality] = new Kept(mark, setup);
        return setup;
    }
}

internal static class KeptSetup
{
    public static readonly Func<TewatashiContext, IAsyncEnumerable<byte[]>> Mark = KeptQuery.Of((TewatashiContext context) =>
        context.SetupMarks.AsNoTracking().Select(row => row.Value));
}
