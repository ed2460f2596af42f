using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Papers;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Storage;

/// <summary>One place: what lies in it, and its labels.</summary>
[Needs(Permission.MoveCards)]
public sealed class LocationModel(ViewLocation view, PrintLocationLabels print) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Done { get; set; }

    [BindProperty]
    public LabelChoice Labels { get; set; } = new();

    /// <summary>Levels to print: this place and what lies inside it.</summary>
    [BindProperty]
    public List<string> Kinds { get; set; } = [nameof(LocationKind.Shelf), nameof(LocationKind.Box)];

    public ViewLocation.Shown Place { get; private set; } = null!; // read before the page is shown

    public static IReadOnlyList<Choice> Sheets { get; } = LabelChoice.SheetsThatFit(LocationLabels.Fits);

    public static IReadOnlyList<Choice> KindChoices { get; } =
        [.. Enum.GetValues<LocationKind>().Where(kind => kind != LocationKind.Position).Select(kind => new Choice(kind.ToString(), kind.Name()))];

    public bool HoldsCards => Place.Location.Capacity is not null;

    public string? DoneText => Done == "changed" ? "変更しました。" : null;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostLabelsAsync()
    {
        var kinds = Kinds.Select(text => Enum.TryParse<LocationKind>(text, out var kind) ? kind : (LocationKind?)null).OfType<LocationKind>().ToHashSet();
        if (kinds.Count == 0) ModelState.AddModelError(nameof(Kinds), "印刷する種類を選んでください。");
        if (Labels.Placement(out var field, out var problem) is not { } placement) ModelState.AddModelError($"{nameof(Labels)}.{field}", problem);
        else if (ModelState.IsValid)
        {
            switch (await print.RunAsync(new(Id, kinds, placement), Caller with { OperationId = null }, Cancelled))
            {
                case PrintLocationLabels.Printed printed:
                    return File(printed.Pdf, "application/pdf", "保管場所ラベル.pdf");
                case PrintLocationLabels.NothingToPrint:
                    ModelState.AddModelError(nameof(Kinds), "この種類の場所はありません。ほかの種類を選んでください。");
                    break;
                case PrintLocationLabels.NotPrintable { Why: PaperOutcome.LabelTooSmall small }:
                    ModelState.AddModelError("Labels.Sheet", string.Create(CultureInfo.InvariantCulture, $"このラベルは小さすぎます。{small.NeededWidth} × {small.NeededHeight} mm以上の用紙を選んでください。"));
                    break;
                case PrintLocationLabels.NotPrintable:
                    ModelState.AddModelError(nameof(Kinds), "名前に印刷できない文字があります。名前を変えてください。");
                    break;
                case PrintLocationLabels.NotFound:
                    return NotFound();
            }
        }

        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await view.RunAsync(new(Id), Caller with { OperationId = null }, Cancelled) is not ViewLocation.Shown shown) return NotFound();
        Place = shown;
        return Page();
    }
}
