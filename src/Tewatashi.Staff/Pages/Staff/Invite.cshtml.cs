using Microsoft.AspNetCore.Mvc;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Staff;

/// <summary>Invites a member of staff. The answer itself is the page: the link is shown this once and stands in no address.</summary>
[Needs(Permission.ManageStaff)]
public sealed class InviteModel(InviteStaff invite, TimeProvider clock) : StaffPage
{
    [BindProperty]
    public string? UserId { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public List<StaffRoles> Roles { get; set; } = [];

    public LinkShown? Link { get; private set; }

    /// <summary>The form came a second time: the account is there, its link is not shown again.</summary>
    public Guid? ShownBefore { get; private set; }

    public async Task OnPostAsync()
    {
        if (!Tewatashi.Staff.UserId.TryParse(UserId, out var userId))
        {
            ModelState.AddModelError(nameof(UserId), "ユーザーIDは、半角の英小文字・数字・. _ - で3文字から40文字にしてください。");
            return;
        }

        switch (await invite.RunAsync(new(userId, DisplayName ?? "", RoleChoices.Joined(Roles)), Caller, Cancelled))
        {
            case InviteStaff.Invited invited:
                Link = LinkShown.Of(Request, userId.Display, invited.Token, clock.GetUtcNow());
                break;
            case InviteStaff.LinkShownBefore shown:
                ShownBefore = shown.StaffMemberId;
                break;
            case InviteStaff.UserIdTaken:
                ModelState.AddModelError(nameof(UserId), "このユーザーIDは使われています。別のユーザーIDにしてください。");
                break;
            case InviteStaff.Refused refused:
                ModelState.AddModelError(refused.Field, refused.Problem);
                break;
        }
    }
}
