using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Cards.Receiving;
using Tewatashi.Missing;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Receiving;

/// <summary>Two people end a 不足 whose card never comes: the maker never sent it, or it was lost on the way.</summary>
[Needs(Permission.ReceiveCards)]
public sealed class UndeliveredModel(ViewShipment view, ConfirmNeverSent neverSent, ConfirmLostInPost lost) : SignedByTwoPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Finding { get; set; }

    /// <summary>What the maker said; null before one is chosen.</summary>
    [BindProperty]
    public ShipmentFindingEnd? Answer { get; set; }

    [BindProperty]
    public bool Wrongful { get; set; }

    public ViewShipment.Shown Shipment { get; private set; } = null!; // read before the page is shown

    public ViewShipment.Finding Missing { get; private set; } = null!; // read before the page is shown

    public bool MayConfirmLoss => May(Permission.HandleIncidents);

    public IReadOnlyList<Choice> Answers =>
    [
        new(nameof(ShipmentFindingEnd.NeverSent), "発送していない", "カードは「未発送」になります。作り直されたカードは、届いてから結び付けます。"),
        .. MayConfirmLoss ? [new(nameof(ShipmentFindingEnd.LostInPost), "発送した(配送中の紛失)", "カードは「紛失確定」になり、事故の記録が始まります。")] : Array.Empty<Choice>(),
    ];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Answer is not (ShipmentFindingEnd.NeverSent or ShipmentFindingEnd.LostInPost))
        {
            ModelState.Remove(nameof(Answer));
            ModelState.AddModelError(nameof(Answer), "J-LISの答えを選んでください。");
        }

        if (Answer == ShipmentFindingEnd.LostInPost && !MayConfirmLoss) return Forbid();
        if (ReadSecond() is not { } second || !ModelState.IsValid) return await ShowAsync();
        return Answer == ShipmentFindingEnd.NeverSent
            ? await AnsweredAsync(await neverSent.RunAsync(new(Id, Finding, second), Caller, Cancelled))
            : await AnsweredAsync(await lost.RunAsync(new(Id, Finding, Wrongful, second), Caller, Cancelled));
    }

    private async Task<IActionResult> AnsweredAsync(ConfirmNeverSent.Outcome outcome)
    {
        switch (outcome)
        {
            case ConfirmNeverSent.Confirmed: return Redirect($"/shipments/{Id}?done=never-sent");
            case ConfirmNeverSent.AlreadySettled: return Redirect($"/shipments/{Id}?done=gone");
            case ConfirmNeverSent.SamePerson: SaySamePerson(); break;
            case ConfirmNeverSent.SecondRefused: SaySecondRefused(); break;
            default: return NotFound();
        }

        return await ShowAsync();
    }

    private async Task<IActionResult> AnsweredAsync(ConfirmLostInPost.Outcome outcome)
    {
        switch (outcome)
        {
            case ConfirmLostInPost.Lost: return Redirect($"/shipments/{Id}?done=lost");
            case ConfirmLostInPost.AlreadySettled: return Redirect($"/shipments/{Id}?done=gone");
            case ConfirmLostInPost.SamePerson: SaySamePerson(); break;
            case ConfirmLostInPost.SecondRefused: SaySecondRefused(); break;
            default: return NotFound();
        }

        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await view.RunAsync(new(Id, ViewShipment.Part.Missing, 1), Caller with { OperationId = null }, Cancelled) is not ViewShipment.Shown shown
            || shown.Findings.FirstOrDefault(row => row.Id == Finding && row.Kind == ShipmentFindingKind.Missing) is not { } missing) return NotFound();
        (Shipment, Missing) = (shown, missing);
        return Page();
    }
}
