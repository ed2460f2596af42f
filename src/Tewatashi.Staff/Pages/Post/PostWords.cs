using Tewatashi.Cards;
using Tewatashi.HandOver.Post;
using Tewatashi.Staff.Scans;
using Tewatashi.Storage;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Post;

/// <summary>What the pages of 郵送交付 say to scans.</summary>
internal static class PostWords
{
    public static ScanAnswer Stopped(SerialNumber serial, PostStop stop) => new(Tone.Error, $"郵送できません {serial.Display}", stop.Advice());

    public static ScanAnswer UnknownCard(SerialNumber serial) => new(Tone.Error, $"登録のないカードです {serial.Display}", "番号を確かめてください。");

    /// <summary>A label, a 製造管理番号 or a 引受番号; null where it is neither, with what to say.</summary>
    public static PostedCode? Read(string? scan, out ScanAnswer? answer)
    {
        answer = null;
        var code = ScanCode.Read(scan);
        if (code is ScanCode.Card card) return new PostedCode.Serial(SerialNumber.Parse(card.Serial));
        if (code is not ScanCode.IndividualNumberDropped && TrackingNumber.TryParse(scan, out var tracking)) return new PostedCode.Tracking(tracking);
        answer = code is ScanCode.IndividualNumberDropped
            ? ScanAnswer.NotTaken(code)
            : new(Tone.Error, "読み取れません", "引受番号(11桁)、製造管理番号、ケースの管理ラベルのどれかを読み取ってください。");
        return null;
    }
}
