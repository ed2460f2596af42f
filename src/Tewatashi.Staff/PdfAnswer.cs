using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Tewatashi.Staff;

/// <summary>
/// Papers as a PDF, sent page by page while they are made. Shown in the browser's own viewer rather than saved, so that no file with
/// passwords stays behind on a terminal.
/// </summary>
/// <param name="write">Writes the whole PDF; when it breaks off, the connection is cut, so that a half PDF never looks whole.</param>
public sealed class PdfAnswer(string fileName, Func<Stream, CancellationToken, Task> write) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "application/pdf";
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(fileName);
        response.Headers.ContentDisposition = disposition.ToString();
        await write(response.Body, context.HttpContext.RequestAborted);
    }
}
