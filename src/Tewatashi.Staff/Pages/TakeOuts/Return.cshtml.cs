using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.TakeOuts;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.TakeOuts;

/// <summary>持出しから戻す by scan: the box, then card after card.</summary>
[Needs(Permission.MoveCards)]
public sealed class ReturnModel(BringBackCard bring) : StaffPage
{
    [BindProperty]
    public string? Scan { get; set; }

    /// <summary>Path of the box into which cards go; null before one was scanned.</summary>
    [BindProperty]
    public string? At { get; set; }

    public ScanAnswer? Answer { get; private set; }

    public void OnGet()
    {
    }

    public async Task OnPostAsync()
    {
        (Answer, At) = await BoxScans.RunAsync(Scan, At, "この箱に戻すカードのラベルを読み取ってください。",
            async (box, serial) => Words(await bring.RunAsync(new(box, serial), Caller, Cancelled), serial, box));
        ModelState.Clear();
    }

    private static ScanAnswer Words(BringBackCard.Outcome outcome, SerialNumber serial, LocationPath at) => outcome switch
    {
        BringBackCard.Back { Suspension: { } why } back => new(Tone.Warning, $"戻しました(保留中) {serial.Display} → {at}", $"保留: {why.Name()}", Left(back)),
        BringBackCard.Back { Late: true } back => new(Tone.Warning, $"戻しました(遅れ) {serial.Display} → {at}", Left(back)),
        BringBackCard.Back back => new(Tone.Success, $"戻しました {serial.Display} → {at}", Left(back)),
        BringBackCard.NotOut other => new(Tone.Error, $"持出し中ではないカードです {serial.Display}", $"記録上の場所は「{other.Kind.Name()}」です。動かしていません。"),
        BringBackCard.Full => new(Tone.Error, $"箱 {at} は満杯です", $"{serial.Display} は戻していません。ほかの箱のラベルを読み取ってください。"),
        BringBackCard.NotForCards not => PlaceAnswers.NotForCards(at, not.Kind, not.Retired),
        BringBackCard.UnknownLocation => new(Tone.Error, "登録のない保管場所です", "ラベルを確かめてください。"),
        BringBackCard.UnknownCard or _ => new(Tone.Error, $"登録のないカードです {serial.Display}", "別に置いて、責任者に知らせてください。"),
    };

    private static string Left(BringBackCard.Back back) => back.Left == 0 ? "持出し中のカードはなくなりました。" : $"持出し中 残り {back.Left}枚";
}
