using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Cards.Receiving;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Receiving;

/// <summary>Two people sign that a delivery is closed although it does not balance.</summary>
[Needs(Permission.ReceiveCards)]
public sealed class DifferenceModel(ViewShipment view, CloseShipment close) : SignedByTwoPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ShipmentDifference? Reason { get; set; }

    public ViewShipment.Shown Shipment { get; private set; } = null!; // read before the page is shown

    public static IReadOnlyList<Choice> Reasons { get; } = [.. Enum.GetValues<ShipmentDifference>().Select(reason => new Choice(reason.ToString(), reason.Name()))];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Reason is null)
        {
            ModelState.Remove(nameof(Reason));
            ModelState.AddModelError(nameof(Reason), "合わない理由を選んでください。");
        }

        if (ReadSecond() is not { } second || Reason is not { } reason) return await ShowAsync();
        switch (await close.RunAsync(new(Id, new(reason, second)), Caller, Cancelled))
        {
            case CloseShipment.Closed: return Redirect($"/shipments/{Id}?done=signed");
            case CloseShipment.BoxesNotEmpty: return Redirect($"/shipments/{Id}/boxes?done=first");
            case CloseShipment.NotReceiving: return Redirect($"/shipments/{Id}?done=begun");
            case CloseShipment.SamePerson: SaySamePerson(); break;
            case CloseShipment.SecondRefused: SaySecondRefused(); break;
            default: return NotFound();
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
