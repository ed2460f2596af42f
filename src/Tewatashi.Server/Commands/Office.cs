using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Server.Commands;

/// <summary>What a command works with: the installation of the environment, opened in one role, and the municipality it is about.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly IDatabaseProvider provider;

    private Office(Installation installation, IDatabaseProvider provider, DatabaseRole role, TimeProvider clock)
    {
        Installation = installation;
        Clock = clock;
        this.provider = provider;
        services = new ServiceCollection().AddTewatashi(installation, provider, role, UsedBy.Staff | UsedBy.Worker, clock).AddLogging().BuildServiceProvider();
    }

    public Installation Installation { get; }

    public IDatabaseProvider Provider => provider;

    public TimeProvider Clock { get; }

    public static Installation Here() => Installation.From(new ConfigurationBuilder().AddEnvironmentVariables().Build());

    /// <exception cref="RefusedException">The schema is missing or does not fit.</exception>
    public static async Task<Office> OpenAsync(DatabaseRole role, CancellationToken cancellationToken)
    {
        var installation = Here();
        var provider = installation.NewProvider();
        try
        {
            if (await provider.WhyNotReadyAsync(role, cancellationToken) is { } reason) throw new RefusedException(reason);
            return new Office(installation, provider, role, await ClockAsync(installation, provider, cancellationToken));
        }
        catch
        {
            await provider.DisposeAsync();
            throw;
        }
    }

    /// <summary>Only where this program may see the mark of a demonstration, as the owner of the database.</summary>
    public static Task<TimeProvider> ClockAsync(Installation installation, IDatabaseProvider provider, CancellationToken cancellationToken) =>
        OfficeClock.OfAsync(provider, installation.Embedded || installation.ConnectionStrings.ContainsKey(DatabaseRole.Owner), cancellationToken);

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>The municipality named by <c>--municipality</c>, or the only one there is.</summary>
    public async Task<Municipality> MunicipalityAsync(string? code, CancellationToken cancellationToken)
    {
        var all = await Get<MunicipalityDirectory>().AllAsync(cancellationToken);
        if (code is null)
        {
            return all switch
            {
                [var only] => only,
                [] => throw new RefusedException("自治体がまだありません。tewatashi municipality add を先に実行してください。"),
                _ => throw new RefusedException("自治体が複数あります。--municipality で団体コードを指定してください。"),
            };
        }

        return MunicipalityCode.TryParse(code, out var parsed) && all.FirstOrDefault(row => row.Code == parsed) is { } found
            ? found
            : throw new RefusedException($"団体コード {code} の自治体はありません。");
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await provider.DisposeAsync();
    }
}
