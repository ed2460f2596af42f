using Microsoft.AspNetCore.Mvc;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Staff;

/// <summary>One account: its name and roles, stopped or opened, a new link for a forgotten password.</summary>
[Needs(Permission.ManageStaff)]
public sealed class MemberModel(ChangeStaff change, TimeProvider clock) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public List<StaffRoles> Roles { get; set; } = [];

    /// <summary>As this form was shown.</summary>
    [BindProperty]
    public int Version { get; set; }

    public StaffMember Member { get; private set; } = null!; // set before the page is shown
    public LinkShown? Link { get; private set; }
    public bool ChangedMeanwhile { get; private set; }
    public bool LastAdministrator { get; private set; }
    public bool LinkShownBefore { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync()) return NotFound();
        (DisplayName, Roles) = (Member.DisplayName, RoleChoices.Ticked(Member.Roles));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync() =>
        await AnswerAsync(await change.SetRolesAsync(Id, Version, DisplayName ?? "", RoleChoices.Joined(Roles), Caller, Cancelled));

    public async Task<IActionResult> OnPostStopAsync() => await AnswerAsync(await change.SetStateAsync(Id, Version, active: false, Caller, Cancelled), keepsTyped: false);

    public async Task<IActionResult> OnPostOpenAsync() => await AnswerAsync(await change.SetStateAsync(Id, Version, active: true, Caller, Cancelled), keepsTyped: false);

    public async Task<IActionResult> OnPostLinkAsync() => await AnswerAsync(await change.InviteAgainAsync(Id, Caller, Cancelled), keepsTyped: false);

    private async Task<IActionResult> AnswerAsync(ChangeStaff.Outcome outcome, bool keepsTyped = true)
    {
        if (outcome is ChangeStaff.Changed) return Redirect("/staff?done=changed");
        if (outcome is ChangeStaff.Gone || !await LoadAsync()) return NotFound();
        if (!keepsTyped) (DisplayName, Roles) = (Member.DisplayName, RoleChoices.Ticked(Member.Roles));
        ChangedMeanwhile = outcome is ChangeStaff.ChangedMeanwhile;
        LastAdministrator = outcome is ChangeStaff.LastAdministrator;
        LinkShownBefore = outcome is ChangeStaff.LinkShownBefore;
        if (outcome is ChangeStaff.Refused refused) ModelState.AddModelError(refused.Field, refused.Problem);
        if (outcome is ChangeStaff.Invited invited) Link = LinkShown.Of(Request, Member.UserId.Display, invited.Token, clock.GetUtcNow());
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        if ((await change.ListAsync(Caller, Cancelled)).Find(member => member.Id == Id) is not { } member) return false;
        Member = member;
        return true;
    }
}
