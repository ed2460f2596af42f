using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tewatashi.Web;
using Tewatashi.Web.Assets;
using Tewatashi.Web.Headers;

namespace Tewatashi.Tests.Web;

public sealed partial class AssetTests : IAsyncLifetime
{
    private WebApplication app = null!; // Set by InitializeAsync, before any test.
    private AssetCatalog catalog = null!; // Likewise.

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddTewatashiLooks();
        app = builder.Build();
        app.UseSecurityHeaders();
        app.UseTewatashiAssets();
        app.MapGet("/page", () => "page");
        await app.StartAsync(TestContext.Current.CancellationToken);
        catalog = app.Services.GetRequiredService<AssetCatalog>();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Every_asset_is_kept_for_ever_under_an_address_of_its_content()
    {
        Assert.NotEmpty(catalog.All);
        foreach (var file in catalog.All)
        {
            var answer = await GetAsync(file.Path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal(file.ContentType, answer.Content.Headers.ContentType!.ToString());
            Assert.Equal(file.Content.ToArray(), await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Every_address_inside_a_style_leads_to_an_asset()
    {
        var addresses = 0;
        foreach (var style in catalog.All.Where(file => file.ContentType.StartsWith("text/css", StringComparison.Ordinal)))
            foreach (Match match in CssAddress().Matches(Encoding.UTF8.GetString(style.Content.Span)))
            {
                addresses++;
                var answer = await GetAsync(new Uri(new Uri("http://localhost" + style.Path), match.Groups[1].Value).AbsolutePath);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }
        Assert.True(addresses > 100);
    }

    [Fact]
    public async Task Text_is_sent_compressed_to_those_who_accept_it_and_a_font_as_it_is()
    {
        foreach (var file in catalog.All)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, file.Path);
            request.Headers.Add("Accept-Encoding", "gzip, br");
            var answer = await app.GetTestClient().SendAsync(request, TestContext.Current.CancellationToken);
            var sent = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            if (file.ContentType == "font/woff2")
                Assert.Empty(answer.Content.Headers.ContentEncoding);
            else
                sent = Decompress(Assert.Single(answer.Content.Headers.ContentEncoding), sent);
            Assert.Equal(file.Content.ToArray(), sent);
        }
    }

    [Theory]
    [InlineData("/assets/000000000000/css/base.css")]
    [InlineData("/assets/css/base.css")]
    [InlineData("/assets/")]
    public async Task Asset_of_another_release_is_missing_and_not_kept(string path)
    {
        var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.GetValues("Cache-Control").Single());
    }

    [Fact]
    public void Fonts_cover_kana_latin_and_the_kanji_of_level_1()
    {
        var covered = new HashSet<int>();
        foreach (Match match in UnicodeRange().Matches(Encoding.UTF8.GetString(catalog["css/fonts.css"].Content.Span)))
        {
            var first = Convert.ToInt32(match.Groups[1].Value, 16);
            var last = match.Groups[2].Success ? Convert.ToInt32(match.Groups[2].Value, 16) : first;
            covered.UnionWith(Enumerable.Range(first, last - first + 1));
        }
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var cp932 = Encoding.GetEncoding(932, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback(""));
        // 0x889F to 0x9872 is level 1 of JIS X 0208 as CP932 writes it.
        var wanted = Enumerable.Range(0x889F, 0x9872 - 0x889F + 1).SelectMany(code => cp932.GetString([(byte)(code >> 8), (byte)code]))
            .Concat(Enumerable.Range('ぁ', 'ん' - 'ぁ' + 1).Concat(Enumerable.Range('ァ', 'ヶ' - 'ァ' + 1)).Concat(Enumerable.Range(' ', '~' - ' ' + 1)).Select(code => (char)code))
            .Concat("ー・「」、。※＊（）｜…")
            .Where(letter => letter >= ' ' && !char.IsBetween(letter, '｡', 'ﾟ') && !char.IsBetween(letter, '\uE000', '\uF8FF')).ToHashSet();
        Assert.True(wanted.Count > 3000);
        Assert.Equal("", string.Concat(wanted.Where(letter => !covered.Contains(letter))));
    }

    [Fact]
    public void Asset_that_nobody_ships_is_a_mistake_of_the_page() =>
        Assert.Throws<ArgumentException>(() => catalog["css/none.css"]);

    [Fact]
    public void Licences_travel_with_what_they_cover()
    {
        Assert.Contains("SIL Open Font License", Encoding.UTF8.GetString(catalog["fonts/OFL.txt"].Content.Span), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("MIT License", Encoding.UTF8.GetString(catalog["css/tokens.LICENSE.txt"].Content.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_carries_the_protective_headers_and_is_never_kept()
    {
        var answer = await GetAsync("/page");
        string Header(string name) => answer.Headers.GetValues(name).Single();
        var policy = Header("Content-Security-Policy");
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("no-store", Header("Cache-Control"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Https_is_held_to_https()
    {
        var answer = await GetAsync("https://localhost/page");
        Assert.StartsWith("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
    }

    private static byte[] Decompress(string encoding, byte[] sent)
    {
        Assert.Equal("br", encoding);
        using var brotli = new BrotliStream(new MemoryStream(sent), CompressionMode.Decompress);
        using var memory = new MemoryStream();
        brotli.CopyTo(memory);
        return memory.ToArray();
    }

    private Task<HttpResponseMessage> GetAsync(string path) => app.GetTestClient().GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);

    [GeneratedRegex(@"U\+([0-9a-fA-F]+)(?:-([0-9a-fA-F]+))?")]
    private static partial Regex UnicodeRange();

    [GeneratedRegex(@"url\(([^)]+)\)")]
    private static partial Regex CssAddress();
}
