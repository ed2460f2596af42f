using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Cards.Receiving;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Forms;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Receiving;

/// <summary>The boxes of a delivery: which came, and which two people saw empty.</summary>
[Needs(Permission.ReceiveCards)]
public sealed class BoxesModel(ViewShipment view, ReceiveBox receive, ConfirmBoxesEmpty confirm) : SignedByTwoPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Done { get; set; }

    /// <summary>The box that arrived.</summary>
    [BindProperty]
    public int Box { get; set; }

    /// <summary>The boxes two people looked into.</summary>
    [BindProperty]
    public List<string> EmptyBoxes { get; set; } = [];

    public ViewShipment.Shown Shipment { get; private set; } = null!; // read before the page is shown

    public IReadOnlyList<Choice> FullBoxes =>
    [
        .. Shipment.Boxes.Where(box => box is { ArrivedAt: not null, EmptiedAt: null })
            .Select(box => new Choice(box.Ordinal.ToString(CultureInfo.InvariantCulture), $"{box.Ordinal}箱目")),
    ];

    public string? DoneText => Done switch
    {
        "box" => "箱の到着を記録しました。",
        "empty" => "空箱を確認しました。",
        "first" => "空箱確認がまだの箱があります。2人で箱の中を見てから、受入を完了してください。",
        "gone" => "ほかの職員が先に済ませています。今の状態を確かめてください。",
        _ => null,
    };

    public Tone DoneTone => Done is "first" or "gone" ? Tone.Warning : Tone.Success;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostBoxAsync() => await receive.RunAsync(new(Id, Box), Caller, Cancelled) switch
    {
        ReceiveBox.Arrived => Redirect($"/shipments/{Id}/boxes?done=box"),
        ReceiveBox.AlreadyHere or ReceiveBox.NotReceiving => Redirect($"/shipments/{Id}/boxes?done=gone"),
        _ => NotFound(),
    };

    public async Task<IActionResult> OnPostEmptyAsync()
    {
        var boxes = EmptyBoxes.Select(box => int.TryParse(box, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) ? ordinal : 0).ToList();
        if (boxes.Count == 0) ModelState.AddModelError(nameof(EmptyBoxes), "2人で見た箱を選んでください。");
        if (ReadSecond() is not { } second || boxes.Count == 0) return await ShowAsync();
        switch (await confirm.RunAsync(new(Id, boxes, second), Caller, Cancelled))
        {
            case ConfirmBoxesEmpty.Confirmed: return Redirect($"/shipments/{Id}/boxes?done=empty");
            case ConfirmBoxesEmpty.NothingToConfirm: return Redirect($"/shipments/{Id}/boxes?done=gone");
            case ConfirmBoxesEmpty.SamePerson: SaySamePerson(); break;
            case ConfirmBoxesEmpty.SecondRefused: SaySecondRefused(); break;
        }

        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await view.RunAsync(new(Id, ViewShipment.Part.Missing, 1), Caller with { OperationId = null }, Cancelled) is not ViewShipment.Shown shown) return NotFound();
        Shipment = shown;
        return Page();
    }
}
