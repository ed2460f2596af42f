namespace Tewatashi.Bench;

/// <summary>How long a bench takes: long enough to trust, or a short look whether it runs at all.</summary>
/// <param name="WarmUp">Before anything counts.</param>
/// <param name="Round">One measuring of program or limit.</param>
/// <param name="Rounds">Of each, alternating; the median counts.</param>
/// <param name="Cards">Of the municipality that is searched and imported.</param>
public sealed record Pace(TimeSpan WarmUp, TimeSpan Round, int Rounds, int Cards)
{
    public static readonly Pace Long = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10), 5, 227_000);
    public static readonly Pace Short = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2), 1, 5_000);
}
