using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Tewatashi.Data.Keys;

namespace Tewatashi.Data;

/// <summary>Registers the business for one program: the database in its role, the keys, and the use cases that it may run.</summary>
public static class TewatashiServices
{
    public static IServiceCollection AddTewatashi(
        this IServiceCollection services, Installation installation, IDatabaseProvider provider, DatabaseRole role, UsedBy uses, TimeProvider clock)
    {
        services.AddSingleton(installation);
        services.AddSingleton(clock);
        services.AddSingleton(new KeyStore(installation.KeyFolder));
        services.AddSingleton(new Database(provider, role, clock));
        foreach (var type in typeof(TewatashiServices).Assembly.GetTypes())
        {
            if (type.GetCustomAttribute<UseCaseAttribute>() is { } use && (use.By & uses) != 0) services.AddSingleton(type);
        }

        return services;
    }
}
