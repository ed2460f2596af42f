using Microsoft.AspNetCore.Mvc;
using Tewatashi.Lists;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Staff;

/// <summary>職員: every account with its roles, and who may do what.</summary>
[Needs(Permission.ManageStaff)]
public sealed class MembersModel(SeeList see) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public ListShown List { get; private set; } = null!; // read before the page is shown

    public async Task OnGetAsync() => List = await ShowAsync(OfficeLists.Staff, see);
}
