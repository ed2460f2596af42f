using Microsoft.AspNetCore.Mvc;
using Tewatashi.Notices;
using Tewatashi.Reservations.Reminders;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Notices;

/// <summary>The batches of notices and where each stands.</summary>
[Needs(Permission.SendNotices)]
public sealed class IndexModel(SeeNoticeBatches batches, SeeWaitingCards waiting, SeeReminders reminders) : StaffPage
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<BatchView> Batches { get; private set; } = [];
    public int Pages { get; private set; }
    public int Waiting { get; private set; }

    /// <summary>Cards due for a stage of 再通知.</summary>
    public int Due { get; private set; }

    public async Task OnGetAsync()
    {
        PageNumber = Math.Max(PageNumber, 1);
        var view = await batches.RunAsync(Municipality, PageNumber, Cancelled);
        Batches = view.Batches;
        Pages = (view.Total + SeeNoticeBatches.PageSize - 1) / SeeNoticeBatches.PageSize;
        Waiting = (await waiting.RunAsync(Municipality, Cancelled)).Total;
        Due = (await reminders.RunAsync(Municipality, Cancelled)).Sum(line => line.Due);
    }
}
