using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.HandOver.Post;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Post;

/// <summary>郵送: the card's label, then the 引受番号 of its envelope where the municipality keeps it.</summary>
[Needs(Permission.PostCards)]
public sealed class SendModel(PostCard post) : StaffPage
{
    [BindProperty]
    public string? Scan { get; set; }

    /// <summary>製造管理番号 of the card that was read and waits for its 引受番号; null while none does.</summary>
    [BindProperty]
    public string? Card { get; set; }

    /// <summary>Posted on this page since it was opened.</summary>
    [BindProperty]
    public int Count { get; set; }

    /// <summary>Null before the first scan.</summary>
    public ScanAnswer? Answer { get; private set; }

    public string Label => Waiting is null ? "カードの管理ラベル" : "封筒の引受番号";

    public string? CardText => Waiting?.Display;

    private SerialNumber? Waiting => SerialNumber.TryParse(Card, out var serial) ? serial : null;

    public async Task OnPostAsync()
    {
        var code = ScanCode.Read(Scan);
        if (code is ScanCode.Card card) Answer = await PostAsync(SerialNumber.Parse(card.Serial), null);
        else if (code is ScanCode.IndividualNumberDropped) Answer = ScanAnswer.NotTaken(code);
        else if (Waiting is not { } waiting) Answer = ScanAnswer.NotTaken(code);
        else if (TrackingNumber.TryParse(Scan, out var tracking)) Answer = await PostAsync(waiting, tracking);
        else Answer = new(Tone.Error, "引受番号ではありません", "封筒に貼る引受番号(11桁)を読み取ってください。");
        ModelState.Clear();
    }

    private async Task<ScanAnswer> PostAsync(SerialNumber serial, TrackingNumber? tracking)
    {
        var outcome = await post.RunAsync(new(serial, tracking), Caller, Cancelled);
        Card = outcome is PostCard.TrackingMissing or PostCard.TrackingInUse ? serial.Value : null;
        switch (outcome)
        {
            case PostCard.Posted:
                Count++;
                return new(Tone.Success, $"郵送を記録しました {serial.Display}", tracking is null ? "次のカードを読み取ってください。" : $"引受番号 {tracking.Display}。次のカードを読み取ってください。");
            case PostCard.TrackingMissing:
                return new(Tone.Info, $"カードを読み取りました {serial.Display}", "次に、この封筒の引受番号を読み取ってください。");
            case PostCard.TrackingInUse:
                return new(Tone.Error, "使われている引受番号です", "別のカードがこの引受番号で郵送中です。この封筒の引受番号を読み取り直してください。");
            case PostCard.TrackingNotAllowed:
                return new(Tone.Error, "引受番号は記録しません", "この自治体では引受番号を記録する決定がありません。カードから読み取り直してください。");
            case PostCard.Stopped stopped:
                return PostWords.Stopped(serial, stopped.Stop);
            default:
                return PostWords.UnknownCard(serial);
        }
    }
}
