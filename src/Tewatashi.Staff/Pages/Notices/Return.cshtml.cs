using Microsoft.AspNetCore.Mvc;
using Tewatashi.Notices;
using Tewatashi.Staff.SignIn;
using Tewatashi.Time;
using Tewatashi.Web.Forms;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Notices;

/// <summary>返戻: what the post brought back, read one after the other with one reason.</summary>
[Needs(Permission.SendNotices)]
public sealed class ReturnModel(ReturnNotice give, TimeProvider clock) : StaffPage
{
    [BindProperty]
    public string? Scan { get; set; }

    /// <summary>None at first: a reason nobody chose would be recorded as one.</summary>
    [BindProperty]
    public ReturnReason? Reason { get; set; }

    [BindProperty]
    public DateParts ReturnedOn { get; set; } = new();

    public Tone? Tone { get; private set; }
    public string? Heading { get; private set; }
    public string Advice { get; private set; } = "理由を選んでから、戻った通知を続けて読み取れます。";

    /// <summary>The card just read, to send its notice again; null where there is none.</summary>
    public Guid? CardId { get; private set; }

    public IReadOnlyList<Choice> Reasons { get; } = [.. Enum.GetValues<ReturnReason>().Select(reason => new Choice(reason.ToString(), reason.Name()))];

    public void OnGet() => ReturnedOn = DateParts.Of(JapanTime.Today(clock));

    public async Task OnPostAsync()
    {
        var code = NoticeCode.Read(Scan);
        if (Reason is not { } given || !Enum.IsDefined(given)) ModelState.AddModelError(nameof(Reason), "返戻の理由を選んでください。");
        if (!ReturnedOn.TryDate(out var day)) ModelState.AddModelError(nameof(ReturnedOn), "戻った日を、年・月・日の数字で入力してください。");
        if (BatchMessages.Unreadable(code) is { } problem) ModelState.AddModelError(nameof(Scan), problem);
        if (!ModelState.IsValid || Reason is not { } chosen) return;
        switch (await give.RunAsync(new(code, chosen, day), Caller, Cancelled))
        {
            case ReturnNotice.Returned returned:
                Say(Web.Marks.Tone.Success, "返戻を記録しました", $"{returned.SerialNumber.Display} {chosen.Name()}", returned.CardId);
                break;
            case ReturnNotice.AlreadyReturned returned:
                Say(Web.Marks.Tone.Info, "記録済みの返戻です", $"{returned.SerialNumber.Display} 前に読み取っています。", returned.CardId);
                break;
            case ReturnNotice.Outdated outdated:
                Say(Web.Marks.Tone.Info, "古い通知です", $"{outdated.SerialNumber.Display} 新しい通知を送ったか、交付が済んでいます。記録は要りません。紙を破棄してください。", null);
                break;
            case ReturnNotice.NotSent unsent:
                Say(Web.Marks.Tone.Warning, "発送の記録がありません", $"{unsent.SerialNumber.Display} 束の画面で発送済みにしてから、もう一度読み取ってください。", null);
                break;
            case ReturnNotice.WrongDay wrong:
                ModelState.AddModelError(nameof(ReturnedOn), $"戻った日は、発送した{JapaneseDate.Full(wrong.Earliest)}から今日までの日にしてください。");
                break;
            case ReturnNotice.Unknown:
                Say(Web.Marks.Tone.Error, "通知が見つかりません", "番号を確かめて、もう一度読み取ってください。", null);
                break;
        }
    }

    private void Say(Tone tone, string heading, string advice, Guid? cardId) =>
        (Tone, Heading, Advice, CardId) = (tone, heading, advice, cardId);
}
