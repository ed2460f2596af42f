using System.Collections.Concurrent;
using System.Globalization;

namespace Tewatashi.Tests.Reservations.Walks;

/// <summary>What all walks of a run did together.</summary>
internal sealed class WalkTally
{
    private readonly ConcurrentDictionary<string, int> outcomes = new(StringComparer.Ordinal);
    private int sequences;

    public int Sequences => Volatile.Read(ref sequences);

    public ConcurrentBag<string> Failures { get; } = [];

    /// <summary>Told at once: a long run need not end for it to be read.</summary>
    public void Fail(string what)
    {
        Failures.Add(what);
        Console.WriteLine(what);
    }

    public void Count(string step, string outcome) => outcomes.AddOrUpdate($"{step} {outcome}", 1, (_, count) => count + 1);

    public void CountSequence() => Interlocked.Increment(ref sequences);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Sequences} sequences, {outcomes.Values.Sum()} operations, {Failures.Count} failures\n{string.Join('\n', outcomes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"  {pair.Key}: {pair.Value}"))}");
}
