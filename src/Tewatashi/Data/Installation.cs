using Microsoft.Extensions.Configuration;
using Tewatashi.Data.Postgres;
using Tewatashi.Data.Sqlite;

namespace Tewatashi.Data;

/// <summary>Where this installation keeps its data and its keys, from the settings <c>TEWATASHI__...</c>.</summary>
public sealed record Installation(string DataFolder, string KeyFolder, IReadOnlyDictionary<DatabaseRole, string> ConnectionStrings)
{
    public bool Embedded => ConnectionStrings.Count == 0;
    public string SqliteFile => Path.Combine(DataFolder, "tewatashi.db");

    /// <summary>Where the worker lays the 当日控え of each morning; a shared folder or a printer's own, when set.</summary>
    public string DaySheetFolder { get; init; } = Path.Combine(DataFolder, "day-sheets");

    public static Installation From(IConfiguration configuration)
    {
        var settings = configuration.GetSection("TEWATASHI");
        var data = settings["DATA"] is { Length: > 0 } folder ? folder : "data";
        var keys = settings["KEYS"] is { Length: > 0 } keyFolder ? keyFolder : Path.Combine(data, "keys");
        var strings = new Dictionary<DatabaseRole, string>();
        foreach (var (role, name) in Names)
        {
            if (settings[name] is { Length: > 0 } connectionString) strings[role] = connectionString;
        }

        var installation = new Installation(data, keys, strings);
        return settings["DAYSHEETS"] is { Length: > 0 } sheets ? installation with { DaySheetFolder = sheets } : installation;
    }

    /// <param name="durable">False: a commit does not wait for the disk. For data alone that are made anew when the power fails meanwhile.</param>
    public IDatabaseProvider NewProvider(bool durable = true) =>
        Embedded ? new SqliteProvider(SqliteFile, durable) : new PostgresProvider(ConnectionStrings, durable);

    private static readonly (DatabaseRole, string)[] Names =
    [
        (DatabaseRole.Owner, "DATABASE"),
        (DatabaseRole.Staff, "STAFFDATABASE"),
        (DatabaseRole.Resident, "RESIDENTDATABASE"),
        (DatabaseRole.Worker, "WORKERDATABASE"),
    ];
}
