using Microsoft.AspNetCore.Mvc;
using Tewatashi.Notices;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Notices;

/// <summary>The batches of notices and where each stands.</summary>
[Needs(Permission.SendNotices)]
public sealed class IndexModel(SeeNoticeBatches batches, SeeWaitingCards waiting) : StaffPage
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<BatchView> Batches { get; private set; } = [];
    public int Pages { get; private set; }
    public int Waiting { get; private set; }

    public async Task OnGetAsync()
    {
        PageNumber = Math.Max(PageNumber, 1);
        var view = await batches.RunAsync(Municipality, PageNumber, Cancelled);
        Batches = view.Batches;
        Pages = (view.Total + SeeNoticeBatches.PageSize - 1) / SeeNoticeBatches.PageSize;
        Waiting = (await waiting.RunAsync(Municipality, Cancelled)).Total;
    }
}
