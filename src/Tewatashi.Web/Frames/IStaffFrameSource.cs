using Microsoft.AspNetCore.Http;

namespace Tewatashi.Web.Frames;

/// <summary>Made by the staff face: the frame for the user of this request. Must answer even when the database does not.</summary>
public interface IStaffFrameSource
{
    ValueTask<StaffFrame> FrameAsync(HttpContext context, CancellationToken cancellation);
}
