using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;

namespace Tewatashi.Bench;

/// <summary>[import-embedded] SQLite: the command imports a file while a clerk beside it opens one card after the other in the program that serves the pages.</summary>
internal sealed class EmbeddedImportBench(Pace pace)
{
    private const double LongestWaitMilliseconds = 150;

    /// <summary>A clerk who does nothing but scan.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(40);

    private readonly string folder = Directory.CreateTempSubdirectory("tewatashi-bench-").FullName;

    public async Task<IReadOnlyList<Measurement>> RunAsync(CancellationToken cancellationToken)
    {
        var installation = new Installation(folder, Path.Combine(folder, "keys"), new Dictionary<DatabaseRole, string>());
        await using var provider = installation.NewProvider();
        await provider.MigrateAsync(cancellationToken);
        await using var office = new ServiceCollection()
            .AddTewatashi(installation, provider, DatabaseRole.Staff, UsedBy.Staff, TimeProvider.System).AddLogging().BuildServiceProvider();
        var municipality = MunicipalityCode.FromFiveDigits("20000");
        await office.GetRequiredService<AddMunicipality>().RunAsync(municipality, "計測市", cancellationToken);
        await ImportCommand.RunAsync(installation, municipality, CardFile.Write(folder, 400), cancellationToken);
        var cards = await office.GetRequiredService<Database>().ReadAsync(
            municipality, context => context.Cards.Select(card => card.Id).ToListAsync(cancellationToken), cancellationToken);

        var view = office.GetRequiredService<ViewCard>();
        var alone = await ViewAsync(view, municipality, cards, Task.Delay(pace.WarmUp, cancellationToken), cancellationToken);
        alone = await ViewAsync(view, municipality, cards, Task.Delay(pace.Round, cancellationToken), cancellationToken);
        var import = ImportCommand.RunAsync(installation, municipality, CardFile.Write(folder, pace.Cards), cancellationToken);
        var beside = await ViewAsync(view, municipality, cards, import, cancellationToken);
        var run = await import;
        await office.DisposeAsync();
        Directory.Delete(folder, recursive: true);

        var rows = pace.Cards.ToString("N0", CultureInfo.InvariantCulture);
        var counted = string.Create(CultureInfo.InvariantCulture,
            $"{beside.Count:N0} views: median {Load.Median(beside):F0}, p99 {Load.Percentile(beside, 0.99):F0} ms; alone p99 {Load.Percentile(alone, 0.99):F0}, longest {alone.Max():F0} ms");
        return
        [
            new("import-embedded", $"SQLite, {rows} rows by the command while cards are viewed; longest wait of a view in ms ({counted})", LongestWaitMilliseconds, beside.Max(), 1, AtMost: true),
            new("import-embedded", "the rows/s of that import, from the command's start to its end; reported, not promised", 0, pace.Cards / run.Took.TotalSeconds, 0),
            new("import-embedded", $"most memory of the command while it imports {rows} rows, MB", 200, run.Megabytes, 1, AtMost: true),
        ];
    }

    /// <summary>How long each view took, in milliseconds, from the question to the answer with its record committed.</summary>
    private static async Task<List<double>> ViewAsync(
        ViewCard view, MunicipalityCode municipality, List<Guid> cards, Task until, CancellationToken cancellationToken)
    {
        var took = new List<double>();
        while (!until.IsCompleted)
        {
            var begun = Stopwatch.GetTimestamp();
            if (await view.RunAsync(new(cards[took.Count % cards.Count], WithNames: true), Ground.By(municipality), cancellationToken) is not ViewCard.Shown)
                throw new InvalidOperationException("A card that was imported is not found.");
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            await Task.Delay(Between, cancellationToken);
        }

        return took;
    }
}
