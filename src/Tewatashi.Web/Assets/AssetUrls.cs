using Microsoft.AspNetCore.Http;

namespace Tewatashi.Web.Assets;

/// <summary>The address of an asset as a page of this request must write it.</summary>
public sealed class AssetUrls(AssetCatalog catalog, IHttpContextAccessor accessor)
{
    public string For(string name) => accessor.HttpContext?.Request.PathBase.Value + catalog[name].Path;
}
