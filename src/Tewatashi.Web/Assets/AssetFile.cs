namespace Tewatashi.Web.Assets;

/// <summary>A style, script, font or picture of ours, ready to be sent. <paramref name="Version"/> is taken from its content.</summary>
public sealed record AssetFile(string Name, string Version, string ContentType, ReadOnlyMemory<byte> Content, ReadOnlyMemory<byte>? Brotli)
{
    public string Path => $"{AssetCatalog.Root}/{Version}/{Name}";
}
