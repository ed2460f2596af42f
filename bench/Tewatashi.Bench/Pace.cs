using Tewatashi.Bench.Year;

namespace Tewatashi.Bench;

/// <summary>How long a bench takes: long enough to trust, or a short look whether it runs at all.</summary>
/// <param name="WarmUp">Before anything counts.</param>
/// <param name="Round">One measuring of program or limit.</param>
/// <param name="Rounds">Of each, alternating; the median counts.</param>
/// <param name="Cards">Of the municipality that is searched and imported.</param>
/// <param name="GrownCards">Of the municipality that has grown.</param>
/// <param name="Year">What is lived through.</param>
public sealed record Pace(TimeSpan WarmUp, TimeSpan Round, int Rounds, int Cards, int GrownCards, YearSize Year)
{
    public static readonly Pace Long = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10), 5, 227_000, 2_270_000, YearSize.Long);
    public static readonly Pace Short = new(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3), 3, 5_000, 50_000, YearSize.Short);
}
