using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Text;

namespace Tewatashi.Staff.Pages.Storage;

/// <summary>Sets up building, vault, shelves, boxes and positions in one go.</summary>
[Needs(Permission.ManageSettings)]
public sealed class AddLocationsModel(AddLocations add) : StaffPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public sealed class Form
    {
        public string Building { get; set; } = "H";
        public string BuildingName { get; set; } = "本庁";
        public string Vault { get; set; } = "V1";
        public string VaultName { get; set; } = "保管庫1";
        public string FirstShelf { get; set; } = "1";
        public string Shelves { get; set; } = "10";
        public string FirstBox { get; set; } = "1";
        public string Boxes { get; set; } = "10";
        public string Positions { get; set; } = "0";
        public string Capacity { get; set; } = "50";
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var path = PathOf();
        var shelves = new AddLocations.NumberRun(NumberOf(Input.FirstShelf, nameof(Input.FirstShelf), "棚の最初の番号"), NumberOf(Input.Shelves, nameof(Input.Shelves), "棚の数"));
        var boxes = new AddLocations.NumberRun(NumberOf(Input.FirstBox, nameof(Input.FirstBox), "箱の最初の番号"), NumberOf(Input.Boxes, nameof(Input.Boxes), "棚ごとの箱の数"));
        var capacity = NumberOf(Input.Capacity, nameof(Input.Capacity), "入る枚数");
        var positions = new AddLocations.NumberRun(1, NumberOf(Input.Positions, nameof(Input.Positions), "箱ごとの位置の数"));
        if (path is null || !ModelState.IsValid) return Page();

        var outcome = await add.RunAsync(new(path, Input.BuildingName, Input.VaultName, shelves, boxes, capacity) { Positions = positions }, Caller, Cancelled);
        switch (outcome)
        {
            case AddLocations.Added added:
                return Redirect(FormattableString.Invariant($"/locations?done=added&shelves={added.Shelves}&boxes={added.Boxes}&positions={added.Positions}"));
            case AddLocations.AlreadyThere there:
                ModelState.AddModelError("Input.FirstBox", $"{there.FirstPath} はすでにあります。最初の番号を変えてください。");
                return Page();
            case AddLocations.Refused refused:
                ModelState.AddModelError("Input.Shelves", refused.Reason);
                return Page();
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome}.");
        }
    }

    private LocationPath? PathOf()
    {
        if (!LocationPath.TryParse(Input.Building, out var building) || building.Depth != 1)
        {
            ModelState.AddModelError("Input.Building", "庁舎の記号は、英字で始まる英数字4文字までで入力してください(例: H)。");
            return null;
        }

        if (string.IsNullOrWhiteSpace(Input.Vault)) return building;
        if (LocationPath.TryParse($"{building}-{Input.Vault}", out var vault) && vault.Depth == 2) return vault;
        ModelState.AddModelError("Input.Vault", "保管庫の記号は、英数字4文字までで入力してください(例: V1)。");
        return null;
    }

    private int NumberOf(string? text, string field, string name)
    {
        if (int.TryParse(Typed.Code(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        ModelState.AddModelError($"Input.{field}", $"{name}を数字で入力してください。");
        return 0;
    }
}
