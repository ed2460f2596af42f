using Tewatashi.HandOver.Post;
using Tewatashi.Lists;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Post;

/// <summary>郵送交付: how many cards stand where, and which are in the post too long.</summary>
[Needs(Permission.PostCards)]
public sealed class IndexModel(SeePostings postings, SeeList see) : StaffPage
{
    public SeePostings.View View { get; private set; } = null!; // loaded before the page is shown

    public ListShown List { get; private set; } = null!; // loaded before the page is shown

    public async Task OnGetAsync()
    {
        View = await postings.RunAsync(Municipality, Cancelled);
        List = await ShowAsync(OfficeLists.Postings, see);
    }
}
