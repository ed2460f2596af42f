using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Text;

namespace Tewatashi.Staff.Pages.Storage;

/// <summary>位置に分ける: gives an empty box or a shelf its positions.</summary>
[Needs(Permission.ManageSettings)]
public sealed class DivideModel(ListLocations list, DivideLocation divide) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public ListLocations.Row Place { get; private set; } = null!; // read before the page is shown

    public sealed class Form
    {
        public string First { get; set; } = "1";
        public string Positions { get; set; } = "5";
        public string Capacity { get; set; } = "20";
    }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync()) return NotFound();
        var run = new AddLocations.NumberRun(NumberOf(Input.First, nameof(Input.First), "位置の最初の番号"), NumberOf(Input.Positions, nameof(Input.Positions), "位置の数"));
        var capacity = NumberOf(Input.Capacity, nameof(Input.Capacity), "1つの位置に入る枚数");
        if (!ModelState.IsValid) return Page();
        switch (await divide.RunAsync(new(Id, run, capacity), Caller, Cancelled))
        {
            case DivideLocation.Divided:
                return Redirect($"/locations/{Id}?done=divided");
            case DivideLocation.NotEmpty notEmpty:
                ModelState.AddModelError("Input.Positions", $"カードが{notEmpty.Cards}枚入っています。「まとめて移す」でほかの箱に移してから分けてください。");
                break;
            case DivideLocation.AlreadyThere there:
                ModelState.AddModelError("Input.First", $"{there.FirstPath}はすでに使っています。最初の番号を変えてください。");
                break;
            case DivideLocation.NotDivisible { Retired: true }:
                ModelState.AddModelError("Input.Positions", "使用停止の場所です。先に使用を再開してください。");
                break;
            case DivideLocation.NotDivisible:
                ModelState.AddModelError("Input.Positions", "位置に分けられるのは箱と棚だけです。");
                break;
            case DivideLocation.Refused refused:
                ModelState.AddModelError("Input.Positions", refused.Reason);
                break;
            default:
                return NotFound();
        }

        return Page();
    }

    private int NumberOf(string? text, string field, string name)
    {
        if (int.TryParse(Typed.Code(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        ModelState.AddModelError($"Input.{field}", $"{name}を数字で入力してください。");
        return 0;
    }

    private async Task<bool> LoadAsync()
    {
        if ((await list.RunAsync(Municipality, Cancelled)).FirstOrDefault(row => row.Id == Id) is not { } place) return false;
        Place = place;
        return true;
    }
}
