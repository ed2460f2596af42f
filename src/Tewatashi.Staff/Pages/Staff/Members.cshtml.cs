using Microsoft.AspNetCore.Mvc;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Staff;

/// <summary>職員: every account with its roles, and who may do what.</summary>
[Needs(Permission.ManageStaff)]
public sealed class MembersModel(ChangeStaff change) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<StaffMember> Members { get; private set; } = [];

    public async Task OnGetAsync() => Members = await change.ListAsync(Caller, Cancelled);
}
