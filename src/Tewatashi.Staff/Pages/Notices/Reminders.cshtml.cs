using Tewatashi.Reservations.Reminders;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Notices;

/// <summary>再通知: the municipality's stages, and how many cards are due for each.</summary>
[Needs(Permission.SendNotices)]
public sealed class RemindersModel(SeeReminders see) : StaffPage
{
    public IReadOnlyList<SeeReminders.Line> Lines { get; private set; } = [];

    public async Task OnGetAsync() => Lines = await see.RunAsync(Municipality, Cancelled);
}
