using Microsoft.AspNetCore.Mvc;
using Tewatashi.HandOver.Post;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Time;
using Tewatashi.Web.Forms;
using Tewatashi.Web.Marks;
using DateParts = Tewatashi.Web.Forms.DateParts;

namespace Tewatashi.Staff.Pages.Post;

/// <summary>配達済 recorded from the post's own record, one after the other; and taken back by two where it was a mistake.</summary>
[Needs(Permission.PostCards)]
public sealed class DeliveredModel(DeliverCard deliver, CancelDelivery cancel, TimeProvider clock) : StaffPage
{
    [BindProperty]
    public string? Scan { get; set; }

    [BindProperty]
    public DateParts DeliveredOn { get; set; } = new();

    /// <summary>Recorded on this page since it was opened.</summary>
    [BindProperty]
    public int Count { get; set; }

    [BindProperty]
    public string? CancelCode { get; set; }

    [BindProperty]
    public string? SecondUserId { get; set; }

    /// <summary>Never written into the page again.</summary>
    [BindProperty]
    public string? SecondPassword { get; set; }

    /// <summary>Null before the first scan.</summary>
    public ScanAnswer? Answer { get; private set; }

    public void OnGet() => DeliveredOn = DateParts.Of(JapanTime.Today(clock));

    public async Task OnPostAsync()
    {
        if (!DeliveredOn.TryDate(out var day))
        {
            ModelState.AddModelError(nameof(DeliveredOn), "配達された日を、年・月・日の数字で入力してください。");
            return;
        }

        if (PostWords.Read(Scan, out var unread) is not { } code)
        {
            Answer = unread;
            return;
        }

        switch (await deliver.RunAsync(new(code, day), Caller, Cancelled))
        {
            case DeliverCard.Delivered done:
                Count++;
                ModelState.Remove(nameof(Count));
                Answer = new(Tone.Success, $"配達済にしました {done.SerialNumber.Display}", "次を読み取ってください。");
                break;
            case DeliverCard.AlreadyDelivered already:
                Answer = new(Tone.Warning, $"記録済みです {already.SerialNumber.Display}", $"{JapaneseDate.Full(already.On)}の配達として記録されています。");
                break;
            case DeliverCard.NotPosted back:
                Answer = new(Tone.Error, $"返戻になったカードです {back.SerialNumber.Display}", "郵送し直した記録がありません。カードの画面で確かめてください。");
                break;
            case DeliverCard.WrongDay wrong:
                ModelState.AddModelError(nameof(DeliveredOn), $"配達された日は、郵送した{JapaneseDate.Full(wrong.Earliest)}から今日までの日にしてください。");
                break;
            default:
                Answer = new(Tone.Error, "郵送の記録がありません", "番号を確かめて、もう一度読み取ってください。");
                break;
        }
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        DeliveredOn = DateParts.Of(JapanTime.Today(clock));
        var code = PostWords.Read(CancelCode, out _);
        if (code is null) ModelState.AddModelError(nameof(CancelCode), "引受番号(11桁)か、製造管理番号を入力してください。");
        if (string.IsNullOrWhiteSpace(SecondUserId) || string.IsNullOrEmpty(SecondPassword)) ModelState.AddModelError(nameof(SecondUserId), "二人目の職員のユーザーIDとパスワードを入力してください。");
        if (code is null || string.IsNullOrWhiteSpace(SecondUserId) || string.IsNullOrEmpty(SecondPassword)) return Page();
        switch (await cancel.RunAsync(new(code, new(SecondUserId, SecondPassword)), Caller, Cancelled))
        {
            case CancelDelivery.Cancelled back:
                ModelState.Clear();
                (CancelCode, SecondUserId) = (null, null);
                Answer = new(Tone.Success, $"配達の記録を取り消しました {back.SerialNumber.Display}", "カードは、配達待ちに戻りました。");
                break;
            case CancelDelivery.NotDelivered:
                ModelState.AddModelError(nameof(CancelCode), "配達済のカードではありません。");
                break;
            case CancelDelivery.OtherDay:
                ModelState.AddModelError(nameof(CancelCode), "配達を記録した日を過ぎたので、取り消せません。");
                break;
            case CancelDelivery.SamePerson:
                ModelState.AddModelError(nameof(SecondUserId), "サインインしている人と同じです。二人目は別の職員が入力してください。記録しました。");
                break;
            case CancelDelivery.SecondRefused:
                ModelState.AddModelError(nameof(SecondUserId), "二人目を確認できません。ユーザーIDかパスワードが違うか、郵送交付の権限がありません。続けて間違えると、しばらく使えなくなります。記録しました。");
                break;
        }

        return Page();
    }
}
