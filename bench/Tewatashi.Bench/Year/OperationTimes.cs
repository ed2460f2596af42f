using System.Diagnostics;

namespace Tewatashi.Bench.Year;

/// <summary>How long each operation took, by kind, over the whole year and in the two months that are compared.</summary>
internal sealed class OperationTimes
{
    private readonly Dictionary<(string Name, Part Part), (int Count, long Ticks)> sums = [];

    public enum Part
    {
        First,
        Between,
        Last,
    }

    /// <summary>Which part of the year it is.</summary>
    public Part Now { get; set; } = Part.Between;

    public int Count => sums.Values.Sum(row => row.Count);

    public async Task<T> RunAsync<T>(string name, Func<Task<T>> run)
    {
        var begun = Stopwatch.GetTimestamp();
        var outcome = await run();
        var (count, ticks) = sums.GetValueOrDefault((name, Now));
        sums[(name, Now)] = (count + 1, ticks + Stopwatch.GetTimestamp() - begun);
        return outcome;
    }

    /// <summary>Milliseconds an operation in one part; each kind weighs as much as it does over the whole year, so that days of another mix compare.</summary>
    public double Milliseconds(Part part)
    {
        var common = sums.Keys.Select(key => key.Name).Distinct().Where(name => sums.ContainsKey((name, Part.First)) && sums.ContainsKey((name, Part.Last))).ToList();
        var weights = common.ToDictionary(name => name, CountOf);
        return common.Sum(name => weights[name] * Milliseconds(name, part)) / Math.Max(1, weights.Values.Sum());
    }

    /// <summary>The kinds whose time grew most, with it.</summary>
    public string MostGrown(int many) => string.Join(", ", sums.Keys.Select(key => key.Name).Distinct()
        .Where(name => sums.ContainsKey((name, Part.First)) && sums.ContainsKey((name, Part.Last)))
        .OrderByDescending(name => (Milliseconds(name, Part.Last) - Milliseconds(name, Part.First)) * CountOf(name)).Take(many)
        .Select(name => FormattableString.Invariant($"{name} {Milliseconds(name, Part.First):F1} to {Milliseconds(name, Part.Last):F1}")));

    /// <summary>The kinds on which most of the time went, with their mean time and how often they were done.</summary>
    public string MostTime(int many) => string.Join(", ", sums.GroupBy(row => row.Key.Name, row => row.Value)
        .Select(kind => (Name: kind.Key, Count: kind.Sum(row => row.Count), Ms: Stopwatch.GetElapsedTime(0, kind.Sum(row => row.Ticks)).TotalMilliseconds))
        .OrderByDescending(kind => kind.Ms).Take(many)
        .Select(kind => FormattableString.Invariant($"{kind.Name} {kind.Ms / kind.Count:F1} x {kind.Count:N0}")));

    private int CountOf(string name) => sums.Where(row => row.Key.Name == name).Sum(row => row.Value.Count);

    private double Milliseconds(string name, Part part)
    {
        var (count, ticks) = sums[(name, part)];
        return Stopwatch.GetElapsedTime(0, ticks).TotalMilliseconds / count;
    }
}
