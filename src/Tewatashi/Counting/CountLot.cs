namespace Tewatashi.Counting;

/// <summary>Draws places by lot, so that nobody knows beforehand what is counted; what was counted longest ago is drawn more often.</summary>
internal static class CountLot
{
    /// <summary>So many different ones, each chance in proportion to its weight (Efraimidis and Spirakis: the largest of u^(1/weight)).</summary>
    public static IReadOnlyList<T> Draw<T>(IEnumerable<(T Item, double Weight)> lots, int count, Random random) =>
        [.. lots.Select(lot => (lot.Item, Key: Math.Pow(random.NextDouble(), 1 / lot.Weight))).OrderByDescending(lot => lot.Key).Take(count).Select(lot => lot.Item)];
}
