using System.Data.Common;
using System.Globalization;

namespace Tewatashi.Bench;

/// <summary>
/// Processor time spent so far, as Linux counts it: a measure that a noisy neighbour hardly touches. Zero where it cannot be read.
/// </summary>
/// <param name="Program">This process, the load generator included.</param>
/// <param name="Database">The processes of the PostgreSQL server; zero on SQLite, which is part of the program.</param>
internal readonly record struct Cost(TimeSpan Program, TimeSpan Database)
{
    /// <param name="postmaster">Id of the PostgreSQL server's first process; null where there is none on this machine.</param>
    public static Cost Now(int? postmaster) => new(Environment.CpuUsage.TotalTime, postmaster is { } parent ? OfChildren(parent) : TimeSpan.Zero);

    public static Cost operator -(Cost later, Cost earlier) => new(later.Program - earlier.Program, later.Database - earlier.Database);

    /// <summary>Of the calling thread.</summary>
    public static TimeSpan OfThread() => ReadSchedule("/proc/thread-self/schedstat");

    /// <summary>The first process of the server behind a connection; null where it runs elsewhere.</summary>
    public static async Task<int?> PostmasterAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT pg_backend_pid()";
        var backend = Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        return ParentOf(FormattableString.Invariant($"/proc/{backend}"));
    }

    private static TimeSpan OfChildren(int parent)
    {
        var sum = TimeSpan.Zero;
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            if (char.IsAsciiDigit(Path.GetFileName(process)[0]) && ParentOf(process) == parent) sum += ReadSchedule(process + "/schedstat");
        }

        return sum;
    }

    private static int? ParentOf(string process)
    {
        // Such as: 4711 (postgres) S 4700 ...
        if (Read(process + "/stat") is not { } line) return null;
        var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
        return int.Parse(fields[1], CultureInfo.InvariantCulture);
    }

    private static TimeSpan ReadSchedule(string path) =>
        Read(path) is { Length: > 0 } line ? TimeSpan.FromTicks(long.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture) / 100) : TimeSpan.Zero;

    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null; // ended meanwhile, or no Linux
        }
    }
}
