using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Cards.Receiving;
using Tewatashi.Papers;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Forms;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Receiving;

/// <summary>One delivery: begin, print labels, inspect, compare with the list, look into the boxes, close; what differs is settled by number.</summary>
[Needs(Permission.ReceiveCards)]
public sealed class ShipmentModel(
    ViewShipment view, ReceiveShipment receive, CloseShipment close, SettleShipmentFinding settle, PrintSleeveLabels print) : StaffPage
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

    [BindProperty]
    public string? BoxesAnnounced { get; set; }

    [BindProperty]
    public string? BoxesArrived { get; set; }

    [BindProperty]
    public Guid FindingId { get; set; }

    [BindProperty]
    public ShipmentFindingEnd? How { get; set; }

    public ViewShipment.Shown Shipment { get; private set; } = null!; // read before the page is shown

    /// <summary>Why it could not be closed; null where nobody tried.</summary>
    public CloseShipment.NotBalanced? NotBalanced { get; private set; }

    /// <summary>The labels could not be printed: their form stays open.</summary>
    public bool PrintingFailed { get; private set; }

    /// <summary>Closed with cards missing that may still come.</summary>
    public bool AwaitsMissing => Shipment.State == ShipmentState.Closed && Shipment.Findings.Any(finding => finding is { Kind: ShipmentFindingKind.Missing, EndReason: null });

    public int OpenFindings => Shipment.Findings.Count(finding => finding.EndReason is null);

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
        "signed" => "2人の確認で受入を完了しました。合わないカードは、解消するまで番号で残ります。",
        "by-hand" => "受け入れました。管理ラベルを印刷し、検品してください。",
        "settled" => "解消しました。",
        "never-sent" => "未発送と確認しました。もう到着を待ちません。作り直したカードが届いたら、カードの画面で元のカードと結び付けてください。",
        "lost" => "配送中の紛失と確定しました。事故の記録に、報告と連絡の期限があります。",
        "gone" => "ほかの職員が先に済ませています。今の状態を確かめてください。",
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

    public async Task<IActionResult> OnPostReceiveAsync()
    {
        var announced = BoxesOf(BoxesAnnounced, nameof(BoxesAnnounced), "送り状の箱数");
        var arrived = BoxesOf(BoxesArrived, nameof(BoxesArrived), "届いた箱数");
        if (announced is not { } slip || arrived is not { } here) return await ShowAsync();
        return await receive.RunAsync(new(Id, slip, here), Caller, Cancelled) switch
        {
            ReceiveShipment.Receiving => Redirect($"/shipments/{Id}?done=receiving"),
            ReceiveShipment.NotAnnounced => Redirect($"/shipments/{Id}?done=begun"),
            _ => NotFound(),
        };
    }

    public async Task<IActionResult> OnPostSettleAsync() => How is not { } how ? NotFound() : await settle.RunAsync(new(Id, FindingId, how), Caller, Cancelled) switch
    {
        SettleShipmentFinding.Settled => Redirect($"/shipments/{Id}?done=settled"),
        SettleShipmentFinding.AlreadySettled => Redirect($"/shipments/{Id}?done=gone"),
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
            case CloseShipment.BoxesNotEmpty:
                return Redirect($"/shipments/{Id}/boxes?done=first");
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

        PrintingFailed = true;
        return await ShowAsync();
    }

    private int? BoxesOf(string? text, string field, string name)
    {
        if (int.TryParse(Text.Typed.Code(text), NumberStyles.None, CultureInfo.InvariantCulture, out var boxes) && boxes is >= 1 and <= ShipmentBox.Most) return boxes;
        ModelState.AddModelError(field, $"{name}は、1から{ShipmentBox.Most}の数字で入力してください。");
        return null;
    }

    private int? LineOf(string? text, string field, string name)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (int.TryParse(Text.Typed.Code(text), NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line >= 1) return line;
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
