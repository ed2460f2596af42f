using Tewatashi.Bench.Year;
using Tewatashi.Municipalities;

namespace Tewatashi.Bench;

/// <summary>The speed promises, by name. Load generator, program and database share the machine: ratios count, not figures.</summary>
public static class Benchmarks
{
    public static readonly IReadOnlyList<string> Names = ["import", "import-embedded", "booking", "booking-embedded", "booking-hot", "growth", "places", "search", "year"];

    /// <param name="names">Of <see cref="Names"/>.</param>
    /// <param name="super">A superuser's connection string to a PostgreSQL; a database of its own is made there and dropped.</param>
    public static async Task<IReadOnlyList<Measurement>> RunAsync(
        IReadOnlyCollection<string> names, string super, Pace pace, Action<Measurement> tell, CancellationToken cancellationToken)
    {
        await using var ground = await Ground.OpenAsync(super, TimeProvider.System, cancellationToken);
        var results = new List<Measurement>();
        MunicipalityCode? filled = null;
        if (names.Contains("import") || names.Contains("search"))
        {
            // The cards that are searched are those that were imported.
            var import = new ImportBench(ground, names.Contains("import") ? pace : pace with { Rounds = 1 });
            var measured = await import.RunAsync(cancellationToken);
            filled = import.Last;
            if (names.Contains("import")) Add(measured);
        }

        if (names.Contains("import-embedded")) Add(await new EmbeddedImportBench(pace).RunAsync(cancellationToken));
        if (names.Contains("search")) Add(await new SearchBench(ground, pace, filled!).RunAsync(cancellationToken)); // imported above
        if (names.Contains("booking") || names.Contains("booking-hot"))
            Add(await new BookingBench(ground, pace).RunAsync(names.Contains("booking"), names.Contains("booking-hot"), cancellationToken));
        if (names.Contains("booking-embedded"))
        {
            await using var embedded = await Ground.OpenEmbeddedAsync(TimeProvider.System, cancellationToken);
            Add(await new BookingBench(embedded, pace).RunEmbeddedAsync(cancellationToken));
        }

        if (names.Contains("growth"))
        {
            await using var empty = await Ground.OpenAsync(super, TimeProvider.System, cancellationToken);
            await using var grown = await Ground.OpenAsync(super, TimeProvider.System, cancellationToken);
            Add(await new GrowthBench(empty, grown, pace).RunAsync(cancellationToken));
        }

        if (names.Contains("year")) Add(await new YearBench(pace.Year, Console.Error.WriteLine).RunAsync(super, cancellationToken));
        if (names.Contains("places")) Add(await new PlacesBench(ground, pace).RunAsync(cancellationToken));
        return results;

        void Add(IReadOnlyList<Measurement> more)
        {
            results.AddRange(more);
            foreach (var one in more) tell(one);
        }
    }
}
