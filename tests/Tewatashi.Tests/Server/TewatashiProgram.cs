using System.Diagnostics;
using System.Text.Json;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Server;

/// <summary>The program as a person runs it: a process of its own, with its own settings.</summary>
internal sealed class TewatashiProgram(IReadOnlyDictionary<string, string> settings)
{
    public sealed record Ended(int Exit, string Output, string Error)
    {
        public JsonElement Json => JsonDocument.Parse(Output).RootElement;
    }

    /// <summary>An installation of its own on an engine, with nothing in it.</summary>
    public static async Task<TewatashiProgram> NewAsync(Engine engine)
    {
        var settings = new Dictionary<string, string> { ["TEWATASHI__DATA"] = Path.Combine(TestDatabase.NewFolder(), "data") };
        if (engine == Engine.Postgres) settings["TEWATASHI__DATABASE"] = await TestDatabase.NewPostgresAsync();
        return new TewatashiProgram(settings);
    }

    public string Folder => settings["TEWATASHI__DATA"];

    public TewatashiProgram With(string name, string value) => new(new Dictionary<string, string>(settings) { [name] = value });

    public async Task<Ended> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Runs a verb that serves until it is told to stop; the result is on its output by now.</summary>
    public async Task<Serving> ServeAsync(params string[] arguments)
    {
        var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        var text = "";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            text += line + "\n";
            if (line == "}") return new Serving(process, JsonDocument.Parse(text).RootElement);
        }

        await process.WaitForExitAsync();
        throw new InvalidOperationException($"The program ended with {process.ExitCode}: {text}{await error}");
    }

    private Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "tewatashi-server.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("TEWATASHI_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    public sealed class Serving(Process process, JsonElement result) : IAsyncDisposable
    {
        public JsonElement Result => result;

        public async ValueTask DisposeAsync()
        {
            using var stop = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            finally
            {
                if (!process.HasExited) process.Kill();
                process.Dispose();
            }
        }
    }
}
