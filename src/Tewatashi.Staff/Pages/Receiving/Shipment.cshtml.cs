using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Papers;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Forms;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Receiving;

/// <summary>One delivery: begin, print labels, inspect, compare with the list, close.</summary>
[Needs(Permission.ReceiveCards)]
public sealed class ShipmentModel(ViewShipment view, ReceiveShipment receive, CloseShipment close, PrintSleeveLabels print) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "part")]
    public ViewShipment.Part Part { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    // Not "page": that is the platform's own route value.
    public int PageNumber { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Done { get; set; }

    [BindProperty]
    public LabelChoice Labels { get; set; } = new();

    /// <summary>First line to print a label for; blank: from the first.</summary>
    [BindProperty]
    public string? FirstLine { get; set; }

    /// <summary>Last line to print a label for; blank: to the last.</summary>
    [BindProperty]
    public string? LastLine { get; set; }

    public ViewShipment.Shown Shipment { get; private set; } = null!; // read before the page is shown

    /// <summary>Why it could not be closed; null where nobody tried.</summary>
    public CloseShipment.NotBalanced? NotBalanced { get; private set; }

    public static IReadOnlyList<Choice> Sheets { get; } = LabelChoice.SheetsThatFit(SleeveLabels.Fits);

    public static IReadOnlyList<(ViewShipment.Part Part, string Name)> Parts { get; } =
    [
        (ViewShipment.Part.All, "すべて"), (ViewShipment.Part.Missing, "未検品"), (ViewShipment.Part.NotPrepared, "交付前設定の前"), (ViewShipment.Part.NotStored, "収納の前"),
    ];

    public string PartName => Parts.First(part => part.Part == Part).Name;

    public string? DoneText => Done switch
    {
        "receiving" => "受入を始めました。管理ラベルを印刷し、1枚ずつ検品してください。",
        "closed" => "受入を完了しました。枚数は一覧と一致しています。",
        "begun" => "受入はすでに始まっているか、完了しています。",
        _ => null,
    };

    public static Tone ToneOf(ShipmentState state) => state switch
    {
        ShipmentState.Announced => Tone.Neutral,
        ShipmentState.Receiving => Tone.Warning,
        ShipmentState.Closed => Tone.Success,
    };

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostReceiveAsync() => await receive.RunAsync(new(Id), Caller, Cancelled) switch
    {
        ReceiveShipment.Receiving => Redirect($"/shipments/{Id}?done=receiving"),
        ReceiveShipment.NotAnnounced => Redirect($"/shipments/{Id}?done=begun"),
        _ => NotFound(),
    };

    public async Task<IActionResult> OnPostCloseAsync()
    {
        switch (await close.RunAsync(new(Id), Caller, Cancelled))
        {
            case CloseShipment.Closed:
                return Redirect($"/shipments/{Id}?done=closed");
            case CloseShipment.NotBalanced notBalanced:
                NotBalanced = notBalanced;
                Part = ViewShipment.Part.Missing;
                return await ShowAsync();
            case CloseShipment.NotReceiving:
                return Redirect($"/shipments/{Id}?done=begun");
            default:
                return NotFound();
        }
    }

    public async Task<IActionResult> OnPostLabelsAsync()
    {
        var first = LineOf(FirstLine, nameof(FirstLine), "最初の行") ?? 1;
        var last = LineOf(LastLine, nameof(LastLine), "最後の行");
        if (Labels.Placement(out var field, out var problem) is not { } placement) ModelState.AddModelError($"{nameof(Labels)}.{field}", problem);
        else if (ModelState.IsValid)
        {
            switch (await print.RunAsync(new(new PrintSleeveLabels.OfShipment(Id, first, last), placement), Caller, Cancelled))
            {
                case PrintSleeveLabels.Printed printed:
                    return File(printed.Pdf, "application/pdf", "管理ラベル.pdf");
                case PrintSleeveLabels.NothingToPrint:
                    ModelState.AddModelError(nameof(FirstLine), "その行にカードがありません。行の番号を確かめてください。");
                    break;
                case PrintSleeveLabels.LabelTooSmall small:
                    ModelState.AddModelError("Labels.Sheet", $"このラベルは小さすぎます。{small.NeededWidth} × {small.NeededHeight} mm以上の用紙を選んでください。");
                    break;
            }
        }

        return await ShowAsync();
    }

    private int? LineOf(string? text, string field, string name)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (int.TryParse(Text.Typed.Code(text), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var line) && line >= 1) return line;
        ModelState.AddModelError(field, $"{name}は、1以上の数字で入力してください。");
        return null;
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await view.RunAsync(new(Id, Part, PageNumber), Caller with { OperationId = null }, Cancelled) is not ViewShipment.Shown shown) return NotFound();
        Shipment = shown;
        return Page();
    }
}
