using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Tewatashi.Testing;

/// <summary>
/// Asks SQLite of each statement that is sent to some files how it will find its rows, and keeps those that read a whole table: such a
/// statement grows slower with every card and visit before it, and nobody notices until the year is long.
/// </summary>
/// <param name="heeds">Whether a file's statements are asked about.</param>
/// <param name="small">Tables of which a municipality has one row or a handful.</param>
public sealed class StatementPlans : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    /// <summary>What a statement brings along itself.</summary>
    private static readonly string[] Own = ["SCAN change", "SCAN room", "CONSTANT ROW", "VALUES CLAUSE", "VIRTUAL TABLE", "SCAN sqlite_", "__EFMigrationsHistory"];

    /// <summary>The condition of a statement that looks for none of something.</summary>
    private const string Nothing = "WHERE 0";

    private readonly Func<string, bool> heeds;
    private readonly IReadOnlySet<string> small;
    private readonly ConcurrentDictionary<string, string> scans = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> asked = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<IDisposable> heard = [];
    private readonly IDisposable all;

    public StatementPlans(Func<string, bool> heeds, IReadOnlySet<string> small)
    {
        (this.heeds, this.small) = (heeds, small);
        all = DiagnosticListener.AllListeners.Subscribe(this);
    }

    /// <summary>Each statement that reads a whole table, behind the line of its plan that says so.</summary>
    public IReadOnlyCollection<string> Scans => [.. scans.Select(pair => $"{pair.Value}: {pair.Key}").Order(StringComparer.Ordinal)];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) heard.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not CommandEventData { Command: SqliteCommand command } || !heeds(command.Connection!.DataSource)) return;
        if (command.CommandText.EndsWith(Nothing, StringComparison.Ordinal) || !asked.TryAdd(command.CommandText, true)) return;
        foreach (var line in Plan(command).Where(line => ReadsAll(line, command.CommandText))) scans.TryAdd(command.CommandText, line);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        all.Dispose();
        foreach (var subscription in heard) subscription.Dispose();
    }

    // By the municipality alone is all of it, too.
    private bool ReadsAll(string line, string statement) =>
        (line.StartsWith("SCAN", StringComparison.Ordinal) || line.EndsWith("(municipality=?)", StringComparison.Ordinal))
        && !Own.Any(own => line.Contains(own, StringComparison.Ordinal))
        && !small.Any(table => line.Split(' ')[1] == table || statement.Contains($"\"{table}\" AS \"{line.Split(' ')[1]}\"", StringComparison.Ordinal));

    private static List<string> Plan(SqliteCommand command)
    {
        using var asking = command.Connection!.CreateCommand();
        asking.Transaction = command.Transaction;
        asking.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        foreach (SqliteParameter parameter in command.Parameters) asking.Parameters.Add(new SqliteParameter(parameter.ParameterName, parameter.Value));
        using var reader = asking.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read()) lines.Add(reader.GetString(3));
        return lines;
    }
}
