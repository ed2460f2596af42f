using Microsoft.AspNetCore.Http;

namespace Tewatashi.Web.Frames;

/// <summary>Made by the resident face: the frame of the municipality in this request's address. Must answer even when the database does not.</summary>
public interface IResidentFrameSource
{
    ValueTask<ResidentFrame> FrameAsync(HttpContext context, CancellationToken cancellation);
}
