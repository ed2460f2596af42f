using Tewatashi.Lists;
using Tewatashi.Notices;
using Tewatashi.Reservations.Reminders;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Notices;

/// <summary>The batches of notices and where each stands.</summary>
[Needs(Permission.SendNotices)]
public sealed class IndexModel(SeeList see, SeeWaitingCards waiting, SeeReminders reminders) : StaffPage
{
    public ListShown List { get; private set; } = null!; // read before the page is shown

    public int Waiting { get; private set; }

    /// <summary>Cards due for a stage of 再通知.</summary>
    public int Due { get; private set; }

    public async Task OnGetAsync()
    {
        List = await ShowAsync(OfficeLists.Notices, see);
        Waiting = (await waiting.RunAsync(Municipality, Cancelled)).Total;
        Due = (await reminders.RunAsync(Municipality, Cancelled)).Sum(line => line.Due);
    }
}
