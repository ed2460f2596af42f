using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Text;

namespace Tewatashi.Staff.Pages.Storage;

/// <summary>Another name or capacity for a place, or out of use.</summary>
[Needs(Permission.ManageSettings)]
public sealed class ChangeLocationModel(ListLocations list, ChangeLocation change) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string? Capacity { get; set; }

    [BindProperty]
    public bool Retired { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public ListLocations.Row Place { get; private set; } = null!; // read before the page is shown

    /// <summary>Cards lie in it directly: it has a capacity of its own.</summary>
    public bool HoldsCards => Place.Kind is LocationKind.Position || (Place.Kind is LocationKind.Box && !Divided);

    /// <summary>A box with positions in use: cards lie in those.</summary>
    public bool Divided { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync()) return NotFound();
        (Name, Retired, Version) = (Place.Name, Place.Retired, Place.Version);
        Capacity = Place.Capacity?.ToString(CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync()) return NotFound();
        int? capacity = null;
        if (HoldsCards)
        {
            if (int.TryParse(Typed.Code(Capacity), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) capacity = number;
            else ModelState.AddModelError(nameof(Capacity), "入る枚数を数字で入力してください。");
        }

        if (!ModelState.IsValid) return Page();
        switch (await change.RunAsync(new(Id, Version, Name, capacity, Retired), Caller, Cancelled))
        {
            case ChangeLocation.Changed:
                return Redirect($"/locations/{Id}?done=changed");
            case ChangeLocation.NotEmpty notEmpty:
                ModelState.AddModelError(nameof(Retired), $"カードが{notEmpty.Cards}枚入っています。ほかの箱に移してから使用停止にしてください。");
                break;
            case ChangeLocation.CapacityTooSmall small:
                ModelState.AddModelError(nameof(Capacity), $"カードが{small.Cards}枚入っています。それ以上の枚数を入力してください。");
                break;
            case ChangeLocation.Refused refused:
                ModelState.AddModelError(nameof(Name), refused.Reason);
                break;
            case ChangeLocation.Overtaken:
                ModelState.AddModelError(nameof(Name), "ほかの職員が先に変更しました。この画面を開き直して、もう一度変更してください。");
                break;
            default:
                return NotFound();
        }

        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        var places = await list.RunAsync(Municipality, Cancelled);
        if (places.FirstOrDefault(row => row.Id == Id) is not { } place) return false;
        Place = place;
        Divided = place.Kind == LocationKind.Box && places.Any(row => row.ParentId == Id && !row.Retired);
        return true;
    }
}
