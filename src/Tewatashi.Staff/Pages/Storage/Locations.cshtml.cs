using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;

namespace Tewatashi.Staff.Pages.Storage;

/// <summary>保管場所 as a tree with counts; prints the labels of those ticked.</summary>
[Needs(Permission.MoveCards)]
public sealed class LocationsModel(ListLocations list, PrintLocationLabels print) : LocationLabelsPage(print)
{
    public IReadOnlyList<ListLocations.Row> Locations { get; private set; } = [];

    /// <summary>The places ticked: their labels are printed, with those of what lies inside them.</summary>
    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    public string? DoneText { get; private set; }

    public async Task OnGetAsync(string? done, int shelves, int boxes, int positions)
    {
        Locations = await list.RunAsync(Municipality, Cancelled);
        DoneText = done == "added" ? $"棚 {shelves}、箱 {boxes}{(positions > 0 ? $"、位置 {positions}" : "")} を追加しました。続けてラベルを印刷できます。" : null;
    }

    public async Task<IActionResult> OnPostLabelsAsync()
    {
        if (Chosen.Count == 0) ModelState.AddModelError(nameof(Chosen), "ラベルを印刷する場所を、表で選んでください。");
        else if (await PrintAsync(Chosen) is { } paper) return paper;
        Locations = await list.RunAsync(Municipality, Cancelled);
        return Page();
    }
}
