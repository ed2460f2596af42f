using Microsoft.AspNetCore.Mvc;
using Tewatashi.Web.Marks;

namespace Tewatashi.Browser.Gallery;

/// <summary>Has a scan field too: it answers after a moment, as a busy server would, and lists what arrived.</summary>
public sealed class StaffGallery(ScanLog log) : GalleryPage
{
    public IReadOnlyList<string> Scans => log.Received;

    /// <summary>A code that begins with NOT is refused.</summary>
    public Tone? Tone => log.Received is [.., var last] ? last.StartsWith("NOT", StringComparison.Ordinal) ? Web.Marks.Tone.Error : Web.Marks.Tone.Success : null;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(150), cancellation);
        log.Add(Form.Scan ?? "");
        return RedirectToPage();
    }
}
