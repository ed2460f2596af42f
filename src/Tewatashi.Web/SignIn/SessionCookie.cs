using Microsoft.AspNetCore.Http;
using Tewatashi.Web.Hosting;

namespace Tewatashi.Web.SignIn;

/// <summary>The cookie of a session: a random id and nothing else. Gone when the browser closes.</summary>
public sealed record SessionCookie(string Face, SameSiteMode SameSite)
{
    public static readonly SessionCookie Staff = new("staff", SameSiteMode.Strict);
    public static readonly SessionCookie Resident = new("resident", SameSiteMode.Lax);

    public string? Read(HttpContext context) => context.Request.Cookies[Name(context)];

    public void Write(HttpContext context, string value) => context.Response.Cookies.Append(Name(context), value, Options(context));

    public void Delete(HttpContext context) => context.Response.Cookies.Delete(Name(context), Options(context));

    private string Name(HttpContext context) => FaceHost.CookieName(Face, "session", context.Request.IsHttps);

    private CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, IsEssential = true, Path = "/", SameSite = SameSite, Secure = context.Request.IsHttps };
}
