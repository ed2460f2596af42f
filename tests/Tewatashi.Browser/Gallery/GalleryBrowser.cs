using Microsoft.Playwright;

namespace Tewatashi.Browser.Gallery;

/// <summary>One server and one Chromium for all tests of the gallery.</summary>
public sealed class GalleryBrowser : IAsyncLifetime
{
    private IPlaywright? playwright;

    public GalleryServer Server { get; private set; } = null!; // Set by InitializeAsync, before any test.
    public IBrowser Browser { get; private set; } = null!; // Likewise.

    public async ValueTask InitializeAsync()
    {
        Server = await GalleryServer.StartAsync();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
        await Server.DisposeAsync();
    }
}
