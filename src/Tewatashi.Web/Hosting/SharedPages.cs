using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Tewatashi.Web.Hosting;

/// <summary>
/// Keeps pages marked with <see cref="SharedPageAttribute"/> for a second, and lets browsers and proxies keep them for another one: on the
/// morning a month opens thousands look at the same calendar. One request draws, those that come meanwhile wait for it. Whoever
/// carries a cookie of ours gets a page drawn for them. Only the body and its type are kept; every header is written anew.
/// </summary>
internal sealed class SharedPages(TimeProvider clock)
{
    /// <summary>From reading the database to the eye of whoever looks, at most.</summary>
    public const int OldestSeconds = KeptSeconds + BrowserSeconds;

    private const int KeptSeconds = 1;
    private const int BrowserSeconds = 1;
    private const int MostPages = 500;
    private const int LargestBytes = 256 * 1024;
    private static readonly string Caching = string.Create(CultureInfo.InvariantCulture, $"public, max-age={BrowserSeconds}");

    private readonly ConcurrentDictionary<string, Drawing> drawings = new(StringComparer.Ordinal);

    /// <param name="Done">Null: not to be kept, or the drawing broke off.</param>
    private sealed record Drawing(long BegunAt, TaskCompletionSource<Page?> Done);

    private sealed record Page(byte[] Body, string? ContentType);

    public async Task ShowAsync(HttpContext context, RequestDelegate draw)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<SharedPageAttribute>() is null || HasOurCookie(context.Request))
        {
            await draw(context);
            return;
        }

        var key = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
        if (drawings.TryGetValue(key, out var found) && IsFresh(found))
        {
            if (await found.Done.Task.WaitAsync(context.RequestAborted) is { } kept) await WriteAsync(context, kept);
            else await draw(context);
            return;
        }

        // Counted from before anything is read, so that the drawing's own time makes nothing older.
        var own = new Drawing(clock.GetTimestamp(), new TaskCompletionSource<Page?>(TaskCreationOptions.RunContinuationsAsynchronously));
        var isOurs = found is null ? HasRoom() && drawings.TryAdd(key, own) : drawings.TryUpdate(key, own, found);
        if (!isOurs)
        {
            // Somebody else began at this moment; or there are more pages than are worth keeping.
            if (drawings.TryGetValue(key, out found) && IsFresh(found) && await found.Done.Task.WaitAsync(context.RequestAborted) is { } kept) await WriteAsync(context, kept);
            else await draw(context);
            return;
        }

        Page? page = null;
        try
        {
            page = await DrawAsync(context, draw);
        }
        finally
        {
            if (page is null) drawings.TryRemove(new(key, own));
            own.Done.SetResult(page);
        }

        if (page is not null) await WriteAsync(context, page);
    }

    private bool IsFresh(Drawing drawing) => clock.GetElapsedTime(drawing.BegunAt) < TimeSpan.FromSeconds(KeptSeconds);

    private bool HasRoom()
    {
        if (drawings.Count < MostPages) return true;
        foreach (var old in drawings.Where(row => !IsFresh(row.Value)).ToList()) drawings.TryRemove(old);
        return drawings.Count < MostPages;
    }

    /// <summary>Null where the answer is not one to keep; it has then been given.</summary>
    private static async Task<Page?> DrawAsync(HttpContext context, RequestDelegate draw)
    {
        var response = context.Response;
        var original = response.Body;
        using var drawn = new MemoryStream();
        response.Body = drawn;
        try
        {
            await draw(context);
        }
        finally
        {
            response.Body = original;
        }

        if (response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0 && drawn.Length <= LargestBytes)
            return new Page(drawn.ToArray(), response.ContentType);
        // An empty answer is filled by whoever stands before us: the page of a status.
        if (drawn.Length > 0) await original.WriteAsync(drawn.GetBuffer().AsMemory(0, (int)drawn.Length), context.RequestAborted);
        return null;
    }

    private static Task WriteAsync(HttpContext context, Page page)
    {
        var response = context.Response;
        response.ContentType = page.ContentType;
        response.ContentLength = page.Body.Length;
        response.Headers.CacheControl = Caching;
        response.Headers.Vary = "Cookie";
        return response.Body.WriteAsync(page.Body, 0, page.Body.Length, context.RequestAborted);
    }

    // Cookies of others (of a load balancer, of the municipality's other sites) change nothing on our pages.
    private static bool HasOurCookie(HttpRequest request) =>
        request.Headers.Cookie.Count > 0 && request.Cookies.Keys.Any(name => name.StartsWith("__Host-", StringComparison.Ordinal) || name.StartsWith("tewatashi-", StringComparison.Ordinal));
}

internal static class SharedPagesRegistration
{
    /// <summary>Stands after the routing, which knows the page, and before the sign-in, which its visitors do not need.</summary>
    public static IApplicationBuilder UseSharedPages(this IApplicationBuilder app, TimeProvider clock)
    {
        var pages = new SharedPages(clock);
        return app.Use((context, next) => pages.ShowAsync(context, next));
    }
}
