using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Papers;
using Tewatashi.Staff.Scans;
using Tewatashi.Storage;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Storage;

/// <summary>A page that prints the labels of places and of what lies inside them: which levels, on which sheet, from which label on.</summary>
public abstract class LocationLabelsPage(PrintLocationLabels print) : StaffPage
{
    [BindProperty]
    public LabelChoice Labels { get; set; } = new();

    /// <summary>Levels to print: the places themselves and what lies inside them.</summary>
    [BindProperty]
    public List<string> Kinds { get; set; } = [nameof(LocationKind.Shelf), nameof(LocationKind.Box), nameof(LocationKind.Position)];

    public static IReadOnlyList<Choice> Sheets { get; } = LabelChoice.SheetsThatFit(LocationLabels.Fits);

    public static IReadOnlyList<Choice> KindChoices { get; } = [.. Enum.GetValues<LocationKind>().Select(kind => new Choice(kind.ToString(), kind.Name()))];

    /// <summary>The paper; null where it cannot be made, and the form says why.</summary>
    protected async Task<IActionResult?> PrintAsync(IReadOnlyCollection<Guid> locationIds)
    {
        var kinds = Kinds.Select(text => Enum.TryParse<LocationKind>(text, out var kind) ? kind : (LocationKind?)null).OfType<LocationKind>().ToHashSet();
        if (kinds.Count == 0) ModelState.AddModelError(nameof(Kinds), "印刷する種類を選んでください。");
        if (Labels.Placement(out var field, out var problem) is not { } placement) ModelState.AddModelError($"{nameof(Labels)}.{field}", problem);
        else if (ModelState.IsValid)
        {
            switch (await print.RunAsync(new(locationIds, kinds, placement), Caller with { OperationId = null }, Cancelled))
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

        return null;
    }
}
