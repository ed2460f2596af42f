namespace Tewatashi.Statistics;

/// <summary>How many cards lie in the office for how long, counted from their arrival (for a former stock from its taking over).</summary>
/// <param name="From">Fewest days, inclusive.</param>
/// <param name="To">Most days, inclusive; null: any number.</param>
public sealed record StockAge(int From, int? To, int Cards)
{
    private static readonly (int From, int? To)[] Bounds = [(0, 30), (31, 90), (91, 180), (181, 365), (366, null)];

    public static IReadOnlyList<StockAge> Of(IReadOnlyCollection<int> days) =>
        [.. Bounds.Select(bound => new StockAge(bound.From, bound.To, days.Count(age => age >= bound.From && (bound.To is not { } to || age <= to))))];
}
