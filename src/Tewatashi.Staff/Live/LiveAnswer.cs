using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Tewatashi.Staff.Live;

/// <summary>
/// What a page shows, as server-sent events: one for each change that shows, a comment in between so that a line that broke is noticed. It ends with the
/// session, or with the news.
/// </summary>
internal sealed class LiveAnswer(Func<CancellationToken, IAsyncEnumerable<LiveAnswer.News>> news, StaffSessions.User user, TimeProvider clock, CancellationToken stopping) : IActionResult
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(15);

    /// <param name="Shown">What is compared with the news before; the same is not sent again.</param>
    /// <param name="Data">What is sent, on one line.</param>
    public readonly record struct News(string Shown, string Data);

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        http.Response.ContentType = "text/event-stream; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        var left = user.EndsAt - clock.GetUtcNow();
        if (left <= TimeSpan.Zero) return;
        end.CancelAfter(left);
        try
        {
            await WriteAsync(http.Response, "retry: 3000\n\n", end.Token);
            await SendAsync(http.Response, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The page was closed, the session is over or the server stops: the browser asks again by itself.
        }
    }

    private async Task SendAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        string? shown = null;
        var sentAt = clock.GetTimestamp();
        await foreach (var one in news(cancellationToken))
        {
            if (one.Shown != shown) await WriteAsync(response, $"data: {one.Data}\n\n", cancellationToken);
            else if (clock.GetElapsedTime(sentAt) >= Breath) await WriteAsync(response, ": \n\n", cancellationToken);
            else continue;
            (shown, sentAt) = (one.Shown, clock.GetTimestamp());
        }
    }

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
