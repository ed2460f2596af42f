using Microsoft.AspNetCore.Mvc;
using Tewatashi.Imports;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Imports;

/// <summary>The files that were brought in, newest first.</summary>
[Needs(Permission.ImportCards)]
public sealed class IndexModel(ShowImports imports) : StaffPage
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Only those in this state; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public ImportState? State { get; set; }

    public ShowImports.List List { get; private set; } = new([], 0);

    public int Pages => (List.Total + ShowImports.PerPage - 1) / ShowImports.PerPage;

    public IReadOnlyList<Choice> States { get; } = [.. Enum.GetValues<ImportState>().Select(state => new Choice(state.ToString(), state.Name()))];

    public async Task OnGetAsync() => List = await imports.ListAsync(Municipality, State, Math.Max(1, PageNumber), Cancelled);
}
