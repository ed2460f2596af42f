using Microsoft.AspNetCore.Mvc;
using Tewatashi.Notices;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Notices;

/// <summary>封入照合: two readings, one after the other, then the verdict in large letters. Nothing is put together before it.</summary>
[Needs(Permission.SendNotices)]
public sealed class MatchModel(SeeNoticeBatch see, MatchNotice match) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Scan { get; set; }

    /// <summary>What was read first; empty while nothing was.</summary>
    [BindProperty]
    public string? First { get; set; }

    public BatchView Batch { get; private set; } = null!; // loaded before the page is shown
    public Tone? Tone { get; private set; }
    public string? Heading { get; private set; }
    public string Advice { get; private set; } = "印刷した紙の二次元コード、またははがきの製造管理番号を読み取ってください。";
    public string Label => First is null or "" ? "1枚目(紙の二次元コードか受付番号)" : "2枚目(はがきの製造管理番号)";

    /// <summary>The first reading as people read it.</summary>
    public string? FirstText => NoticeCode.Read(First) switch
    {
        NoticeCode.Reception reception => $"受付番号 {reception.Number.Display}",
        NoticeCode.Serial serial => $"製造管理番号 {serial.Number.Display}",
        _ => null,
    };

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var code = NoticeCode.Read(Scan);
        if (BatchMessages.Unreadable(code) is { } problem)
        {
            Say(Web.Marks.Tone.Error, "読み取れません", problem);
        }
        else if (FirstText is null)
        {
            // Only the number goes back into the form, never the scanned text.
            First = code switch
            {
                NoticeCode.Reception reception => reception.Number.Value,
                NoticeCode.Serial serial => serial.Number.Value,
                _ => null,
            };
            Say(Web.Marks.Tone.Info, "1枚目を読み取りました", code is NoticeCode.Reception ? "次に、はがきの製造管理番号を読み取ってください。" : "次に、紙の二次元コードを読み取ってください。");
        }
        else
        {
            await JudgeAsync(NoticeCode.Read(First), code);
        }

        // The fields show what the page decided, not what was posted.
        ModelState.Clear();
        return await ShowAsync();
    }

    private async Task JudgeAsync(NoticeCode first, NoticeCode second)
    {
        var outcome = await match.RunAsync(new(first, second), Caller, Cancelled);
        var keepsFirst = false;
        switch (outcome)
        {
            case MatchNotice.Matched matched:
                Say(Web.Marks.Tone.Success, "組が合いました", $"{matched.SerialNumber.Display} 貼るか封筒に入れて、次の紙を読み取ってください。");
                break;
            case MatchNotice.AlreadyMatched matched:
                Say(Web.Marks.Tone.Success, "照合済みの組です", $"{matched.SerialNumber.Display} 組は合っています。次の紙を読み取ってください。");
                break;
            case MatchNotice.WrongPair:
                Say(Web.Marks.Tone.Error, "組が違います", "この紙とはがきは別の人のものです。貼らない、封筒に入れない。紙とはがきを離して置き、1枚目から読み取り直してください。");
                break;
            case MatchNotice.SameKind:
                keepsFirst = true;
                Say(Web.Marks.Tone.Error, "同じ種類の番号です", "紙の受付番号と、はがきの製造管理番号を1つずつ読み取ってください。もう一方を読み取ってください。");
                break;
            case MatchNotice.UnknownPaper:
                Say(Web.Marks.Tone.Error, "この紙はありません", "受付番号が見つかりません。入力を確かめ、1枚目から読み取り直してください。");
                break;
            case MatchNotice.OutdatedPaper:
                Say(Web.Marks.Tone.Error, "古い紙です", "新しい通知に替わり、この紙のパスワードは使えません。破棄してください。");
                break;
            case MatchNotice.NotConfirmed:
                Say(Web.Marks.Tone.Error, "印刷の確認がまだです", "束の画面で、印刷の確認を先にしてください。");
                break;
            case MatchNotice.AlreadySent:
                Say(Web.Marks.Tone.Error, "発送済みの紙です", "この紙は発送済みと記録されています。発送していないときは、束の画面を確かめてください。");
                break;
            case MatchNotice.Unreadable:
                Say(Web.Marks.Tone.Error, "読み取れません", "1枚目から読み取り直してください。");
                break;
            default:
                throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }

        if (!keepsFirst) First = null;
    }

    private void Say(Tone tone, string heading, string advice) => (Tone, Heading, Advice) = (tone, heading, advice);

    private async Task<IActionResult> ShowAsync()
    {
        if (await see.RunAsync(Municipality, Id, Cancelled) is not { } batch) return NotFound();
        Batch = batch;
        return Page();
    }
}
