using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Missing;
using Tewatashi.Staff.Scans;
using Tewatashi.Storage;
using Tewatashi.Time;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Missing;

/// <summary>A page on which a missing card is found by scan: the box it goes into, then its label.</summary>
public abstract class FoundPage(FindMissingCard find) : SignedByTwoPage
{
    [BindProperty]
    public string? Scan { get; set; }

    /// <summary>Path of the box into which found cards go; null before one was scanned.</summary>
    [BindProperty]
    public string? At { get; set; }

    public ScanAnswer? Answer { get; private set; }

    protected async Task ScanAsync()
    {
        (Answer, At) = await BoxScans.RunAsync(Scan, At, "この箱に入れた、見つかったカードのラベルを読み取ってください。",
            async (box, serial) => Words(await find.RunAsync(new(box, serial), Caller, Cancelled), serial, box));
        ModelState.Clear();
    }

    private static ScanAnswer Words(FindMissingCard.Outcome outcome, SerialNumber serial, LocationPath at) => outcome switch
    {
        FindMissingCard.Found { Booking: { } booking } => new(Tone.Success, $"見つかりました {serial.Display} → {at}", $"{JapaneseDate.Brief(booking.Day)}の予約があります。連絡した方がいれば、見つかったことを伝えてください。"),
        FindMissingCard.Found => new(Tone.Success, $"見つかりました {serial.Display} → {at}", "捜索を終わりました。"),
        FindMissingCard.NotMissing missing => new(Tone.Error, $"所在不明のカードではありません {serial.Display}", $"台帳の場所: {missing.Kind.Name()}。動かすときは「収納」か「再収納」で読み取ってください。"),
        FindMissingCard.WasLost => new(Tone.Error, $"紛失確定のカードです {serial.Display}", "動かしていません。別に保管して、管理責任者に知らせてください。"),
        FindMissingCard.Full => new(Tone.Error, $"箱 {at} は満杯です", $"{serial.Display} は動かしていません。ほかの箱のラベルを読み取ってください。"),
        FindMissingCard.UnknownLocation => new(Tone.Error, "登録のない保管場所です", "ラベルを確かめてください。"),
        FindMissingCard.NotForCards => new(Tone.Error, $"カードを入れる場所ではありません {at}", "箱のラベルを読み取ってください。"),
        _ => new(Tone.Error, $"登録のないカードです {serial.Display}", "番号を確かめてください。"),
    };
}
