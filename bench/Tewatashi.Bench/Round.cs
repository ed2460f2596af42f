namespace Tewatashi.Bench;

/// <summary>What one round of load gave.</summary>
/// <param name="Done">Bookings, statements or pages.</param>
/// <param name="Load">Processor time of the load generator's threads.</param>
/// <param name="Cost">Of program and database, the load generator included.</param>
/// <param name="Milliseconds">How long each single answer took.</param>
internal sealed record Round(int Done, TimeSpan Time, TimeSpan Load, Cost Cost, IReadOnlyList<double> Milliseconds)
{
    public double PerSecond => Done / Time.TotalSeconds;

    public double ProgramMilliseconds => (Cost.Program - Load).TotalMilliseconds / Math.Max(1, Done);

    public double DatabaseMilliseconds => Cost.Database.TotalMilliseconds / Math.Max(1, Done);

    public double LoadMilliseconds => Load.TotalMilliseconds / Math.Max(1, Done);

    public static string CostOf(IReadOnlyCollection<Round> rounds) => FormattableString.Invariant(
        $"processor ms each: program {Bench.Load.Median(rounds.Select(round => round.ProgramMilliseconds)):F2}, database {Bench.Load.Median(rounds.Select(round => round.DatabaseMilliseconds)):F2}, load generator {Bench.Load.Median(rounds.Select(round => round.LoadMilliseconds)):F2}");
}
