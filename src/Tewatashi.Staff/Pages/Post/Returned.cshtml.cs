using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.HandOver.Post;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Web.Forms;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Post;

/// <summary>返戻 of posted cards: a reason, then label and storage place of one card after the other.</summary>
[Needs(Permission.PostCards)]
public sealed class ReturnedModel(TakeBackPosted take) : StaffPage
{
    [BindProperty]
    public string? Scan { get; set; }

    /// <summary>None at first: a reason nobody chose would be recorded as one.</summary>
    [BindProperty]
    public PostReturnReason? Reason { get; set; }

    /// <summary>製造管理番号 of the card that was read and waits for its place; null while none does.</summary>
    [BindProperty]
    public string? Card { get; set; }

    /// <summary>Taken back on this page since it was opened.</summary>
    [BindProperty]
    public int Count { get; set; }

    /// <summary>Null before the first scan.</summary>
    public ScanAnswer? Answer { get; private set; }

    public static IReadOnlyList<Choice> Reasons { get; } = [.. Enum.GetValues<PostReturnReason>().Select(reason => new Choice(reason.ToString(), reason.Name()))];

    public string Label => Waiting is null ? "1 戻ったカードの管理ラベル" : "2 入れる保管場所のラベル";

    public string? CardText => Waiting?.Display;

    private SerialNumber? Waiting => SerialNumber.TryParse(Card, out var serial) ? serial : null;

    public async Task OnPostAsync()
    {
        if (Reason is not { } reason || !Enum.IsDefined(reason))
        {
            ModelState.AddModelError(nameof(Reason), "返戻の理由を選んでください。");
            return;
        }

        foreach (var code in ScanCode.ReadAll(Scan))
        {
            Answer = await AnswerAsync(code, reason);
            if (Answer.Tone == Tone.Error) break;
        }

        ModelState.Remove(nameof(Card));
        ModelState.Remove(nameof(Count));
    }

    private async Task<ScanAnswer> AnswerAsync(ScanCode code, PostReturnReason reason)
    {
        switch (code)
        {
            case ScanCode.Card card:
                Card = card.Serial;
                return new(Tone.Info, $"カードを読み取りました {CardText}", "次に、入れる保管場所のラベルを読み取ってください。");
            case ScanCode.Location place when Waiting is { } waiting:
                return Say(await take.RunAsync(new(waiting, place.Path, reason), Caller, Cancelled), waiting);
            case ScanCode.Location:
                return new(Tone.Error, "先にカードを読み取ってください", "カードの管理ラベル、保管場所のラベルの順に読み取ります。");
            default:
                return ScanAnswer.NotTaken(code);
        }
    }

    private ScanAnswer Say(TakeBackPosted.Outcome outcome, SerialNumber serial)
    {
        switch (outcome)
        {
            case TakeBackPosted.TakenBack back:
                (Card, Count) = (null, Count + 1);
                return new(Tone.Success, $"返戻を記録しました {serial.Display}", $"{back.Fill.Place.Words}。窓口交付に変わりました。次のカードを読み取ってください。");
            case TakeBackPosted.NotPosted:
                Card = null;
                return new(Tone.Error, $"郵送中のカードではありません {serial.Display}", "番号を確かめるか、カードの画面で記録を見てください。");
            case TakeBackPosted.Full full:
                return new(Tone.Error, "いっぱいです", $"{full.Fill.Place.Words}には{full.Fill.Capacity}枚まで入ります。別の場所のラベルを読み取ってください。");
            case TakeBackPosted.NotForCards place:
                return new(Tone.Error, "カードを入れない場所です", place.Retired ? "使用をやめた場所です。別の場所のラベルを読み取ってください。" : "箱か位置のラベルを読み取ってください。");
            case TakeBackPosted.UnknownLocation:
                return new(Tone.Error, "登録のない場所です", "保管場所のラベルを読み取ってください。");
            default:
                throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }
    }
}
