using Tewatashi.Cards;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Storage;

/// <summary>保管場所 as a tree with counts.</summary>
[Needs(Permission.MoveCards)]
public sealed class LocationsModel(ListLocations list) : StaffPage
{
    public IReadOnlyList<ListLocations.Row> Locations { get; private set; } = [];

    public string? DoneText { get; private set; }

    public async Task OnGetAsync(string? done, int shelves, int boxes)
    {
        Locations = await list.RunAsync(Municipality, Cancelled);
        DoneText = done == "added" ? $"棚 {shelves}、箱 {boxes} を追加しました。続けてラベルを印刷できます。" : null;
    }
}
