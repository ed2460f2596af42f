using System.Diagnostics;

namespace Tewatashi.Bench;

/// <summary>A PostgreSQL of the bench's own for one run, as <c>./test</c> starts its own: durable, on a private port, gone afterwards.</summary>
public sealed class Cluster : IAsyncDisposable
{
    private readonly string root;
    private readonly string folder;

    private Cluster(string root, string folder, string connectionString)
    {
        this.root = root;
        this.folder = folder;
        ConnectionString = connectionString;
    }

    /// <summary>The superuser's.</summary>
    public string ConnectionString { get; }

    /// <summary>Null where the sources are not at hand, or no PostgreSQL is installed.</summary>
    public static async Task<Cluster?> StartAsync(CancellationToken cancellationToken)
    {
        if (FindRoot() is not { } root) return null;
        var parent = Directory.CreateTempSubdirectory("tewatashi-bench-").FullName;
        // The database's user passes through it to its own folder.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(parent, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        var folder = Path.Combine(parent, "postgres");
        var printed = await ShellAsync(root, """port=$(postgres_free_port) && postgres_start "$1" "$port" && postgres_connection "$1" """, folder, cancellationToken);
        if (printed is not null) return new Cluster(root, folder, printed.Trim());
        Directory.Delete(parent, recursive: true);
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await ShellAsync(root, """postgres_stop "$1" """, folder, CancellationToken.None);
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true); // made in a folder
    }

    private static string? FindRoot()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "tests", "postgres.sh"))) return folder.FullName;
        }

        return null;
    }

    private static async Task<string?> ShellAsync(string root, string script, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("bash", ["-c", $". tests/postgres.sh; {script}", "bench", folder]) { WorkingDirectory = root, RedirectStandardOutput = true };
        using var shell = Process.Start(start) ?? throw new InvalidOperationException("No bash.");
        var printed = await shell.StandardOutput.ReadToEndAsync(cancellationToken);
        await shell.WaitForExitAsync(cancellationToken);
        return shell.ExitCode == 0 ? printed : null;
    }
}
