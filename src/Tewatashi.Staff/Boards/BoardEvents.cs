using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Time;

namespace Tewatashi.Staff.Boards;

/// <summary>
/// The board as server-sent events: one for each change that shows, a comment in between so that a line that broke is noticed. It ends with the
/// session, and when the person may no longer look.
/// </summary>
/// <param name="counterId">Null: every counter.</param>
internal sealed class BoardEvents(BoardFeed feed, StaffSessions.User user, Guid? counterId, TimeProvider clock, CancellationToken stopping) : IActionResult
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(15);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

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
        var shown = "";
        var sentAt = clock.GetTimestamp();
        await foreach (var view in feed.WatchAsync(user.Municipality, cancellationToken))
        {
            if (!view.Watchers.Contains(user.StaffMemberId)) return;
            var tables = JsonSerializer.Serialize(
                new { Median = BoardTable.Median(view, counterId), Tables = BoardTable.Of(view, counterId, mayCall: user.Roles.May(Permission.HandOver)) }, Json);
            if (tables != shown) await WriteAsync(response, $"data: {{\"at\":\"{JapanTime.TimeOf(view.At):H:mm:ss}\",\"board\":{tables}}}\n\n", cancellationToken);
            else if (clock.GetElapsedTime(sentAt) >= Breath) await WriteAsync(response, ": \n\n", cancellationToken);
            else continue;
            (shown, sentAt) = (tables, clock.GetTimestamp());
        }
    }

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
