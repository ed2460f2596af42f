using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Tewatashi.Web.Headers;

/// <summary>
/// HDR-01: the same protective headers on every answer of both faces, errors included. Stands first in the pipeline. A page is never kept by a
/// browser or proxy unless the endpoint sets Cache-Control itself, as assets do.
/// </summary>
public static class SecurityHeaders
{
    /// <summary>Nothing inline, nothing foreign; what the faces do not use (frames, plug-ins, workers) stays shut.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // Passkeys are left to our own origin; everything else a browser could hand out is refused.
    private const string PermissionsPolicy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), "
        + "publickey-credentials-create=(self), publickey-credentials-get=(self)";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.Use(static (context, next) =>
        {
            // On starting, because an exception handler clears what was set before it.
            context.Response.OnStarting(static state => Write((HttpContext)state), context);
            return next(context);
        });
    }

    private static Task Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers.XFrameOptions = "DENY";
        headers.Remove("Server");
        headers.Remove("X-Powered-By");
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        if (!headers.ContainsKey("Cache-Control"))
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
