using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;

namespace Tewatashi.Staff.Pages.Storage;

/// <summary>One place: what lies in it, and its labels.</summary>
[Needs(Permission.MoveCards)]
public sealed class LocationModel(ViewLocation view, PrintLocationLabels print) : LocationLabelsPage(print)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Done { get; set; }

    public ViewLocation.Shown Place { get; private set; } = null!; // read before the page is shown

    public bool HoldsCards => Place.Location.Capacity is not null;

    /// <summary>Boxes and shelves in use have positions, or can get some.</summary>
    public bool CanBeDivided => !Place.Location.Retired && Place.Location.Kind is LocationKind.Box or LocationKind.Shelf;

    public string? DoneText => Done switch
    {
        "changed" => "変更しました。",
        "divided" => "位置に分けました。続けて位置のラベルを印刷できます。",
        _ => null,
    };

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostLabelsAsync() => await PrintAsync([Id]) ?? await ShowAsync();

    private async Task<IActionResult> ShowAsync()
    {
        if (await view.RunAsync(new(Id), Caller with { OperationId = null }, Cancelled) is not ViewLocation.Shown shown) return NotFound();
        Place = shown;
        return Page();
    }
}
