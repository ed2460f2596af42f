using Tewatashi.Notices;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Notices;

/// <summary>The notices counted: by stage and state, by reason of their return, by how often a card was told.</summary>
[Needs(Permission.SendNotices)]
public sealed class CountsModel(SeeNoticeCounts see) : StaffPage
{
    public SeeNoticeCounts.View View { get; private set; } = null!; // loaded before the page is shown

    public async Task OnGetAsync() => View = await see.RunAsync(Municipality, Cancelled);
}
