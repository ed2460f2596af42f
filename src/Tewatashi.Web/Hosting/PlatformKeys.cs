using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tewatashi.Data;
using Tewatashi.Data.Keys;

namespace Tewatashi.Web.Hosting;

/// <summary>
/// The platform's data protection keys: one set per face, in the database, wrapped by the installation's key, never in a home
/// folder. Every node of a face reads the same ones.
/// </summary>
internal sealed class PlatformKeys(Database database, KeyStore keys, string face) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => Wait(async () =>
    {
        var rows = await database.ReadAsync(null, context => context.DataProtectionKeys.AsNoTracking().Where(row => row.Face == face).ToListAsync());
        return (IReadOnlyCollection<XElement>)[.. rows.Select(row => XElement.Parse(KeyWrap.Open(keys.InstallationKey(), Place(row.Name), row.Wrapped)))];
    });

    public void StoreElement(XElement element, string friendlyName)
    {
        var name = string.IsNullOrEmpty(friendlyName) ? Ids.New().ToString() : friendlyName;
        Wait(() => database.DirectoryAsync(async context =>
        {
            context.Add(new DataProtectionKey { Face = face, Name = name, Wrapped = KeyWrap.Seal(keys.InstallationKey(), Place(name), element.ToString(SaveOptions.DisableFormatting)) });
            return await context.SaveChangesAsync();
        }));
    }

    private string Place(string name) => $"data_protection_key\n{face}\n{name}";

    // The platform asks synchronously, once at the start and about every 24 hours.
    private static T Wait<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();
}

internal static class PlatformKeysRegistration
{
    public static IServiceCollection AddPlatformKeys(this IServiceCollection services, string face)
    {
        services.AddDataProtection().SetApplicationName($"tewatashi {face}");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new PlatformKeys(provider.GetRequiredService<Database>(), provider.GetRequiredService<KeyStore>(), face);
        }));
        return services;
    }
}
