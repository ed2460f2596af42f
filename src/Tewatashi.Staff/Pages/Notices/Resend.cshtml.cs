using Microsoft.AspNetCore.Mvc;
using Tewatashi.Notices;
using Tewatashi.Staff.SignIn;
using Tewatashi.Time;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Notices;

/// <summary>再送: a lost or returned notice is made anew as A4. Opened from a card.</summary>
[Needs(Permission.SendNotices)]
public sealed class ResendModel(ViewNoticeOfCard view, ResendNotice resend) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid CardId { get; set; }

    [BindProperty]
    public bool Large { get; set; }

    [BindProperty]
    public DateParts DeadlineOn { get; set; } = new();

    public ViewNoticeOfCard.View Card { get; private set; } = null!; // loaded before the page is shown

    public string? Refusal { get; private set; }

    /// <summary>Where the card's notice still waits; null where it does not.</summary>
    public Guid? InBatch { get; private set; }

    public string StateText => Card switch
    {
        { State: NoticeState.Printed } => "印刷済・発送前",
        { State: NoticeState.Sent, SentOn: { } sent } => $"{JapaneseDate.Full(sent)}に発送(第{Card.Sequence}回)",
        { State: NoticeState.Returned, ReturnedOn: { } returned, ReturnReason: { } reason } => $"{JapaneseDate.Full(returned)}に返戻({reason.Name()}、第{Card.Sequence}回)",
        _ => "なし",
    };

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!DeadlineOn.TryDate(out var deadline))
        {
            ModelState.AddModelError(nameof(DeadlineOn), "交付期限を、年・月・日の数字で入力してください。");
            return await ShowAsync();
        }

        var outcome = await resend.RunAsync(new(CardId, Large, deadline), Caller, Cancelled);
        switch (outcome)
        {
            case ResendNotice.Made made:
                return Redirect($"/notices/{made.BatchId}?done=resend");
            case ResendNotice.NotThere:
                return NotFound();
            case ResendNotice.StillInBatch still:
                (Refusal, InBatch) = ("このカードの通知は、まだ発送していない束にあります。その束で印刷・発送してください。", still.BatchId);
                break;
            case ResendNotice.CardSuspended:
                Refusal = "保留のカードです。保留を解除してから再送してください。";
                break;
            case ResendNotice.CardNotReady:
                Refusal = "交付前設定済で、窓口で渡すカードだけに通知できます。";
                break;
            case ResendNotice.DeadlinePassed:
                ModelState.AddModelError(nameof(DeadlineOn), "交付期限は今日か、今日より後の日にしてください。");
                break;
        }

        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await view.RunAsync(CardId, Caller, Cancelled) is not { } card) return NotFound();
        Card = card;
        if (DeadlineOn.IsEmpty) DeadlineOn = DateParts.Of(card.NewDeadlineOn);
        return Page();
    }
}
