using System.Diagnostics;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Bench;

/// <summary>The command <c>cards import</c> as a process of its own, as an office runs it.</summary>
internal static class ImportCommand
{
    /// <summary>What it took from start to end, beginning and compiling included, and the most memory it had in use, in megabytes.</summary>
    public sealed record Run(TimeSpan Took, double Megabytes);

    public static async Task<Run> RunAsync(Installation installation, MunicipalityCode municipality, string file, CancellationToken cancellationToken)
    {
        var program = Environment.GetCommandLineArgs()[0];
        var start = new ProcessStartInfo(Environment.ProcessPath ?? throw new InvalidOperationException("A program knows its own file."))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (Path.GetExtension(program) == ".dll") start.ArgumentList.Add(program);
        foreach (var argument in new[] { "cards", "import", file, "--municipality", municipality.Value }) start.ArgumentList.Add(argument);
        start.Environment["TEWATASHI__DATA"] = installation.DataFolder;
        start.Environment["TEWATASHI__KEYS"] = installation.KeyFolder;
        if (installation.ConnectionStrings.TryGetValue(DatabaseRole.Owner, out var database)) start.Environment["TEWATASHI__DATABASE"] = database;
        else start.Environment.Remove("TEWATASHI__DATABASE");

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The command did not start.");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        var most = 0L;
        while (!process.HasExited)
        {
            // The system itself keeps the highest mark, so that no peak falls between two looks; only the last is missed.
            process.Refresh();
            most = Math.Max(most, process.PeakWorkingSet64);
            await Task.Delay(20, cancellationToken);
        }

        await output;
        return process.ExitCode == 0
            ? new Run(watch.Elapsed, most / 1024.0 / 1024.0)
            : throw new InvalidOperationException($"The import failed: {await error}");
    }
}
