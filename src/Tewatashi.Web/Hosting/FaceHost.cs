using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Tewatashi.Data;
using Tewatashi.Text;
using Tewatashi.Web.Assets;
using Tewatashi.Web.Headers;

namespace Tewatashi.Web.Hosting;

/// <summary>
/// Builds one face: its own services, cookies, keys and database role, and its own pages alone. Both faces may live in one
/// process (evaluation), yet share nothing but the clock and the database's connections.
/// </summary>
public static class FaceHost
{
    /// <param name="givens">Given where several parts run in one process; null: the face opens its own from its settings.</param>
    public static WebApplicationBuilder NewBuilder(FaceKind face, string[] args, FaceGivens? givens = null)
    {
        Language.StartInJapanese();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = face.Pages.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = 1024 * 1024; // pages that take files say so themselves
        });
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // It warns that keys lie open; PlatformKeys wraps them, which it cannot see.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);

        // Standard output belongs to the result of a command.
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // Japanese stays Japanese in the page: as character references it is four times as long.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));

        var given = givens ?? FaceGivens.From(builder.Configuration);
        builder.Services.AddTewatashi(given.Installation, given.Provider, face.Role, face.Uses, given.Clock);
        builder.Services.AddTewatashiLooks();
        builder.Services.AddPlatformKeys(face.Name);
        builder.Services.AddAntiforgery(options => NameCookies(options, face.Name));
        builder.Services.AddRazorPages().ConfigureApplicationPartManager(parts => Only(parts, face));
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: ["ready"]);
        return builder;
    }

    /// <summary>The pipeline both faces share, up to the point where the request's person is known.</summary>
    public static WebApplication UseFace(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error", "?status={0}");
        app.UseTewatashiAssets();
        app.UseRouting();
        app.UseSharedPages(app.Services.GetRequiredService<TimeProvider>());
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready"), ResponseWriter = DatabaseCheck.WriteAsync }).AllowAnonymous();
        app.MapRazorPages();
        return app;
    }

    /// <summary>Over http, which production refuses, a cookie cannot be marked for https; its name then says which face it is of.</summary>
    public static string CookieName(string face, string what, bool https) => https ? $"__Host-{what}" : $"tewatashi-{face}-{what}";

    private static void NameCookies(AntiforgeryOptions options, string face)
    {
        options.Cookie.Name = CookieName(face, "form", https: false);
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
    }

    private static void Only(ApplicationPartManager parts, FaceKind face)
    {
        parts.ApplicationParts.Clear();
        foreach (var assembly in new[] { typeof(FaceHost).Assembly, face.Pages })
        {
            parts.ApplicationParts.Add(new AssemblyPart(assembly));
            parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(assembly));
        }
    }
}
