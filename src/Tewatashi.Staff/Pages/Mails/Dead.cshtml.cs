using Tewatashi.Lists;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Mails;

/// <summary>届かなかったメール: those ticked are sent again, or given up so that somebody calls.</summary>
[Needs(Permission.BookForCaller)]
public sealed class DeadModel(SeeList see) : StaffPage
{
    public ListShown List { get; private set; } = null!; // read before the page is shown

    public async Task OnGetAsync() => List = (await ShowAsync(OfficeLists.Mails, see)) with { ChosenIn = "bulk" };
}
