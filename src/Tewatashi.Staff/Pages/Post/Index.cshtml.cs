using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.HandOver.Post;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Post;

/// <summary>郵送交付: how many cards stand where, and which are in the post too long.</summary>
[Needs(Permission.PostCards)]
public sealed class IndexModel(SeePostings see) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public PostFilter Filter { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public SeePostings.View View { get; private set; } = null!; // loaded before the page is shown

    public bool ShowsPost => Filter is PostFilter.InPost or PostFilter.Overdue;

    public int Pages => (View.Counts[Filter] + SeePostings.PageSize - 1) / SeePostings.PageSize;

    public Func<int, string> PageUrl => page => string.Create(CultureInfo.InvariantCulture, $"?filter={Filter}&p={page}");

    public static IReadOnlyList<Choice> Filters { get; } = [.. Enum.GetValues<PostFilter>().Select(filter => new Choice(filter.ToString(), filter.Name()))];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Enum.IsDefined(Filter)) return NotFound();
        PageNumber = Math.Max(PageNumber, 1);
        View = await see.RunAsync(new(Filter, PageNumber), Caller, Cancelled);
        return Page();
    }

    public static string StateOf(SeePostings.Line line) => line switch
    {
        { Suspension: { } why } => $"保留({why.Name()})",
        { AmendmentNeeded: true } => "要追記(窓口交付に変える)",
        _ => line.Progress.Name(),
    };
}
