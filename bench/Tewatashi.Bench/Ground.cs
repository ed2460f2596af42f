using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Reservations.Closures;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.Time;

namespace Tewatashi.Bench;

/// <summary>A database of its own, made for one run and dropped after it, with the program's parts in their roles.</summary>
public sealed class Ground : IAsyncDisposable
{
    private readonly string? super;
    private readonly string name;
    private readonly string folder;
    private readonly ServiceProvider owner;
    private readonly ServiceProvider staff;
    private readonly ServiceProvider resident;
    private readonly TimeProvider clock;
    private int nextMunicipality = 20_000;

    private Ground(string? super, string name, string folder, TimeProvider clock)
    {
        this.clock = clock;
        this.super = super;
        this.name = name;
        this.folder = folder;
        ConnectionString = super is null ? "" : new NpgsqlConnectionStringBuilder(super) { Database = name }.ConnectionString;
        Installation = new Installation(folder, folder, super is null ? new Dictionary<DatabaseRole, string>() : new Dictionary<DatabaseRole, string> { [DatabaseRole.Owner] = ConnectionString });
        Provider = Installation.NewProvider();
        owner = Build(DatabaseRole.Owner, UsedBy.Staff);
        staff = Build(DatabaseRole.Staff, UsedBy.Staff);
        resident = Build(DatabaseRole.Resident, UsedBy.Resident);
    }

    /// <summary>The superuser's to this database; empty for the embedded one.</summary>
    public string ConnectionString { get; }

    /// <summary>The PostgreSQL server's first process, where it runs on this machine.</summary>
    public int? Postmaster { get; private set; }

    public Installation Installation { get; }

    public IDatabaseProvider Provider { get; }

    /// <param name="super">A superuser's connection string.</param>
    /// <param name="clock">By which the office works.</param>
    public static async Task<Ground> OpenAsync(string super, TimeProvider clock, CancellationToken cancellationToken)
    {
        var name = $"tewatashi_bench_{Ids.New():N}";
        await RunAsync(super, $"CREATE DATABASE {name}", cancellationToken);
        var ground = new Ground(super, name, Directory.CreateTempSubdirectory("tewatashi-bench-").FullName, clock);
        await ground.Provider.MigrateAsync(cancellationToken);
        await using var connection = await ground.Provider.OpenAsync(DatabaseRole.Owner, cancellationToken);
        ground.Postmaster = await Cost.PostmasterAsync(connection, cancellationToken);
        return ground;
    }

    /// <summary>The embedded database, in a folder of its own.</summary>
    public static async Task<Ground> OpenEmbeddedAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        var ground = new Ground(null, "", Directory.CreateTempSubdirectory("tewatashi-bench-").FullName, clock);
        await ground.Provider.MigrateAsync(cancellationToken);
        return ground;
    }

    public T Staff<T>() where T : notnull => staff.GetRequiredService<T>();

    public T Resident<T>() where T : notnull => resident.GetRequiredService<T>();

    /// <summary>A further municipality, empty.</summary>
    public async Task<MunicipalityCode> FoundAsync(CancellationToken cancellationToken)
    {
        var code = MunicipalityCode.FromFiveDigits((nextMunicipality++).ToString("D5", CultureInfo.InvariantCulture));
        await owner.GetRequiredService<AddMunicipality>().RunAsync(code, "計測市", cancellationToken);
        return code;
    }

    public static Caller By(MunicipalityCode municipality) => new(municipality, Actor.Staff(Guid.Empty, nameof(StaffRoles.Admin)), "bench", Ids.New());

    /// <summary>A counter open every day from 8:00 to 20:00, with so many booths, in an office of its own.</summary>
    public async Task<Guid> AddCounterAsync(MunicipalityCode municipality, string code, int booths, CancellationToken cancellationToken)
    {
        await Staff<AddLocations>().RunAsync(
            new(LocationPath.Parse(code), "庁舎", "", AddLocations.NumberRun.None, AddLocations.NumberRun.None, 1), By(municipality), cancellationToken);
        var building = await Staff<Database>().ReadAsync(
            municipality, context => context.Locations.Where(row => row.Path == code).Select(row => row.Id).SingleAsync(cancellationToken), cancellationToken);
        var counter = (SaveCounter.Saved)await Staff<SaveCounter>().RunAsync(
            new(null, null, CounterCode.Parse(code), "窓口", building, 15, ""), By(municipality), cancellationToken);
        var week = Enumerable.Range(0, 7).Select(day => new WeeklyStretch((DayOfWeek)day, new TimeOnly(8, 0), new TimeOnly(20, 0), booths)).ToList();
        await Staff<SaveOpeningHours>().RunAsync(new(counter.Id, JapanTime.Today(clock), week), By(municipality), cancellationToken);
        return counter.Id;
    }

    /// <summary>What PostgreSQL does by itself some time after its tables were filled; the embedded database never counts its rows.</summary>
    public async Task AnalyzeAsync(CancellationToken cancellationToken)
    {
        if (super is null) return;
        await using var connection = await Provider.OpenAsync(DatabaseRole.Owner, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "ANALYZE";
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await owner.DisposeAsync();
        await staff.DisposeAsync();
        await resident.DisposeAsync();
        await Provider.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        if (super is not null) await RunAsync(super, $"DROP DATABASE {name} WITH (FORCE)", CancellationToken.None);
        Directory.Delete(folder, recursive: true);
    }

    private ServiceProvider Build(DatabaseRole role, UsedBy uses) =>
        new ServiceCollection().AddTewatashi(Installation, Provider, role, uses, clock).AddLogging().BuildServiceProvider();

    private static async Task RunAsync(string connectionString, string statement, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
