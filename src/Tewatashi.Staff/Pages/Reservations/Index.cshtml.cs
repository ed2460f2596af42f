using Tewatashi.Lists;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Reservations;

/// <summary>予約一覧: the reservations of any span of days, by day, counter, state and kind.</summary>
[Needs(Permission.ViewDay)]
public sealed class IndexModel(SeeList see) : StaffPage
{
    public ListShown List { get; private set; } = null!; // read before the page is shown

    public async Task OnGetAsync() => List = await ShowAsync(OfficeLists.Reservations, see);
}
