using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Tewatashi.Web.Assets;

/// <summary>Sends the assets. Stands before sign-in: they hold nothing of anybody.</summary>
public static class AssetDelivery
{
    public static IApplicationBuilder UseTewatashiAssets(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var catalog = app.ApplicationServices.GetRequiredService<AssetCatalog>();
        return app.Map(AssetCatalog.Root, branch => branch.Run(context => SendAsync(context, catalog)));
    }

    private static async Task SendAsync(HttpContext context, AssetCatalog catalog)
    {
        var (request, response) = (context.Request, context.Response);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = "GET, HEAD";
            return;
        }

        var parts = (request.Path.Value ?? "").TrimStart('/').Split('/', 2);
        var file = parts.Length == 2 ? catalog.Find(parts[0], parts[1]) : null;
        if (file is null)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.ContentType = file.ContentType;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        var body = file.Content;
        if (file.Brotli is { } brotli)
        {
            response.Headers.Vary = HeaderNames.AcceptEncoding;
            if (AcceptsBrotli(request))
            {
                body = brotli;
                response.Headers.ContentEncoding = "br";
            }
        }
        response.ContentLength = body.Length;
        if (HttpMethods.IsGet(request.Method))
            await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static bool AcceptsBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && encoding.Quality is not 0);
}
