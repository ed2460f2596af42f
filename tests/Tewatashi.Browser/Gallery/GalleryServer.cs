using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tewatashi.Web;
using Tewatashi.Web.Assets;
using Tewatashi.Web.Frames;
using Tewatashi.Web.Headers;

namespace Tewatashi.Browser.Gallery;

/// <summary>Serves the gallery on a free port of this machine, with the middlewares of the real faces.</summary>
public sealed class GalleryServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private GalleryServer(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();

    public ScanLog Scans => app.Services.GetRequiredService<ScanLog>();

    public static async Task<GalleryServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddTewatashiLooks();
        builder.Services.AddSingleton<ScanLog>();
        builder.Services.AddSingleton<IResidentFrameSource, GalleryFrames>();
        builder.Services.AddSingleton<IStaffFrameSource, GalleryFrames>();
        builder.Services.Configure<KeyManagementOptions>(options => options.XmlRepository = new KeysInMemory());
        builder.Services.AddRazorPages(options => options.RootDirectory = "/Gallery/Pages").ConfigureApplicationPartManager(manager =>
        {
            // Only the gallery's own pages: the faces' are on this project's path too.
            manager.ApplicationParts.Clear();
            foreach (var assembly in new[] { typeof(GalleryServer).Assembly, typeof(Looks).Assembly })
            {
                manager.ApplicationParts.Add(new AssemblyPart(assembly));
                manager.ApplicationParts.Add(new CompiledRazorAssemblyPart(assembly));
            }
        });
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseTewatashiAssets();
        app.MapRazorPages();
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>The framework's own would leave keys in the home folder.</summary>
    private sealed class KeysInMemory : IXmlRepository
    {
        private readonly ConcurrentBag<XElement> keys = [];

        public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.Select(key => new XElement(key))];

        public void StoreElement(XElement element, string friendlyName) => keys.Add(new XElement(element));
    }
}
