using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Tewatashi.Web.Assets;

/// <summary>
/// Every asset of both faces, read once from this assembly. An address carries the hash of the content, so that a browser may keep it
/// for ever and a new release is never mixed with an old one.
/// </summary>
public sealed partial class AssetCatalog
{
    public const string Root = "/assets";
    private const string ResourcePrefix = "asset/";
    private readonly Dictionary<string, AssetFile> files = new(StringComparer.Ordinal);

    public AssetCatalog()
    {
        var assembly = typeof(AssetCatalog).Assembly;
        var names = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Select(name => name[ResourcePrefix.Length..])
            // Styles come last: the addresses of the fonts they name must be known first.
            .OrderBy(name => name.EndsWith(".css", StringComparison.Ordinal))
            .ThenBy(name => name, StringComparer.Ordinal);
        foreach (var name in names)
            files.Add(name, Load(assembly, name));
    }

    public IReadOnlyCollection<AssetFile> All => files.Values;

    /// <summary>The asset of that name (`css/base.css`); a name nobody ships is a mistake of the page.</summary>
    public AssetFile this[string name] =>
        files.TryGetValue(name, out var file) ? file : throw new ArgumentException($"There is no asset '{name}'.", nameof(name));

    public AssetFile? Find(string version, string name) =>
        files.TryGetValue(name, out var file) && string.Equals(file.Version, version, StringComparison.Ordinal) ? file : null;

    private AssetFile Load(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(ResourcePrefix + name)
            ?? throw new InvalidOperationException($"The asset '{name}' cannot be read.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var content = memory.ToArray();
        var (type, isText) = TypeOf(name);
        if (name.EndsWith(".css", StringComparison.Ordinal))
            content = WithVersionedAddresses(name, content);
        var version = Convert.ToHexStringLower(SHA256.HashData(content))[..12];
        // Fonts are compressed already.
        return isText ? new(name, version, type, content, Compress(content)) : new(name, version, type, content, Brotli: null);
    }

    private byte[] WithVersionedAddresses(string name, byte[] content)
    {
        var here = new Uri(new Uri("http://asset/"), name);
        // From /assets/{version}/css/x.css two steps up lead to /assets/.
        var up = string.Concat(Enumerable.Repeat("../", name.Count(c => c == '/') + 1));
        var css = CssAddress().Replace(Encoding.UTF8.GetString(content), match =>
        {
            var target = this[new Uri(here, match.Groups["path"].Value).AbsolutePath.TrimStart('/')];
            return $"url({up}{target.Version}/{target.Name})";
        });
        return Encoding.UTF8.GetBytes(css);
    }

    private static byte[] Compress(byte[] content)
    {
        using var output = new MemoryStream();
        using (var brotli = new BrotliStream(output, CompressionLevel.Optimal))
            brotli.Write(content);
        return output.ToArray();
    }

    private static (string Type, bool IsText) TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => ("text/css; charset=utf-8", true),
        ".js" => ("text/javascript; charset=utf-8", true),
        ".svg" => ("image/svg+xml", true),
        ".txt" => ("text/plain; charset=utf-8", true),
        ".woff2" => ("font/woff2", false),
        var other => throw new InvalidOperationException($"No content type is known for '{other}'."),
    };

    [GeneratedRegex("""url\((?<path>[^)"']+)\)""")]
    private static partial Regex CssAddress();
}
