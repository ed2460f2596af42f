using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Staff.Pages.Receiving;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Cards;

/// <summary>A damaged 管理ラベル printed again.</summary>
[Needs(Permission.ReceiveCards)]
public sealed class LabelModel(PrintSleeveLabels print) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public LabelChoice Labels { get; set; } = new();

    public static IReadOnlyList<Choice> Sheets => ShipmentModel.Sheets;

    public async Task<IActionResult> OnPostAsync()
    {
        if (Labels.Placement(out var field, out var problem) is not { } placement)
        {
            ModelState.AddModelError($"{nameof(Labels)}.{field}", problem);
            return Page();
        }

        switch (await print.RunAsync(new(new PrintSleeveLabels.OfCard(Id), placement), Caller, Cancelled))
        {
            case PrintSleeveLabels.Printed printed:
                return File(printed.Pdf, "application/pdf", "管理ラベル.pdf");
            case PrintSleeveLabels.LabelTooSmall small:
                ModelState.AddModelError("Labels.Sheet", $"このラベルは小さすぎます。{small.NeededWidth} × {small.NeededHeight} mm以上の用紙を選んでください。");
                return Page();
            default:
                return NotFound();
        }
    }
}
