using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Statuses;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Cards;

/// <summary>Stops a card, lifts that again, and marks 要追記.</summary>
[Needs(Permission.SuspendCards)]
public sealed class SuspensionModel(ViewCard view, SuspendCard suspend, LiftSuspension lift, MarkAmendment mark, ReadStatusLabels labels) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public bool Needed { get; set; }

    /// <summary>処理状況 in the municipality's words.</summary>
    public string StatusWord { get; private set; } = "";

    public CardView View { get; private set; } = null!; // read before the page is shown

    public static IReadOnlyList<Choice> Reasons { get; } =
    [
        .. CardWords.GivenByHand.Select(reason => new Choice(
            reason.ToString(), reason.Name(), reason == Suspension.AskAtCounter ? "理由を表示しません。支援措置などの場合に選びます。" : null)),
    ];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostSuspendAsync()
    {
        if (!Enum.TryParse<Suspension>(Reason, out var reason) || !CardWords.GivenByHand.Contains(reason))
        {
            ModelState.AddModelError(nameof(Reason), "保留の理由を選んでください。");
            return await ShowAsync();
        }

        switch (await suspend.RunAsync(new(Id, reason), Caller, Cancelled))
        {
            case SuspendCard.Suspended suspended:
                return Redirect($"/cards/{Id}?done={(suspended.Booking is null ? "suspended" : "booked")}");
            case SuspendCard.AlreadySuspended already:
                ModelState.AddModelError(nameof(Reason), $"すでに保留({already.Reason.Name()})です。理由を変えるときは、先に解除してください。");
                return await ShowAsync();
            case SuspendCard.Over over:
                ModelState.AddModelError(nameof(Reason), $"{over.Progress.Name()}のため、保留にできません。");
                return await ShowAsync();
            default:
                return NotFound();
        }
    }

    public async Task<IActionResult> OnPostLiftAsync()
    {
        switch (await lift.RunAsync(new(Id, Version), Caller, Cancelled))
        {
            case LiftSuspension.Lifted:
                return Redirect($"/cards/{Id}?done=lifted");
            case LiftSuspension.NotFound:
                return NotFound();
            case LiftSuspension.Abolished:
                ModelState.AddModelError("", "廃止登録済のカードです。保留は解除できません。裁断してください。");
                return await ShowAsync();
            default:
                ModelState.Clear();
                ModelState.AddModelError("", "ほかの職員が先にこのカードを変更しました。今の状態を確かめて、もう一度操作してください。");
                return await ShowAsync();
        }
    }

    public async Task<IActionResult> OnPostMarkAsync()
    {
        switch (await mark.RunAsync(new(Id, Needed), Caller, Cancelled))
        {
            case MarkAmendment.Marked or MarkAmendment.Unchanged:
                return Redirect($"/cards/{Id}?done={(Needed ? "amendment" : "no-amendment")}");
            case MarkAmendment.Over over:
                ModelState.AddModelError("", $"{over.Progress.Name()}のため、変更できません。");
                return await ShowAsync();
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await view.RunAsync(new(Id, May(Permission.ViewCards)), Caller with { OperationId = null }, Cancelled) is not ViewCard.Shown shown) return NotFound();
        View = shown.View;
        StatusWord = (await labels.RunAsync(Municipality, Cancelled)).Of(View.Status);
        return Page();
    }
}
