using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Storage;

/// <summary>
/// 収納 by scan: the place, then card after card; or a card, then its place. What was scanned so far is carried by the form. A scan sent
/// again finds the card there.
/// </summary>
[Needs(Permission.MoveCards)]
public sealed class ShelveModel(StoreCard store, FindLocation find, ProposeBox propose) : StaffPage
{
    [BindProperty]
    public string? Scan { get; set; }

    /// <summary>Path of the place that cards go into now; null before one was scanned.</summary>
    [BindProperty]
    public string? At { get; set; }

    /// <summary>A card that waits for its place; null where none does.</summary>
    [BindProperty]
    public string? Waiting { get; set; }

    /// <summary>Stored on this page since it was opened.</summary>
    [BindProperty]
    public int Count { get; set; }

    /// <summary>Null before the first scan.</summary>
    public ScanAnswer? Answer { get; private set; }

    /// <summary>The place that cards go into now.</summary>
    public LocationFill? Place { get; private set; }

    public async Task OnGetAsync([FromQuery] string? at)
    {
        At = at;
        await ShowAsync();
    }

    public async Task OnPostAsync()
    {
        var answers = new List<ScanAnswer>();
        foreach (var code in ScanCode.ReadAll(Scan)) answers.Add(await AnswerAsync(code));
        Answer = ScanAnswer.OfAll(answers);
        ModelState.Clear();
        await ShowAsync();
    }

    private async Task<ScanAnswer> AnswerAsync(ScanCode code)
    {
        switch (code)
        {
            case ScanCode.Location location:
                return await AtAsync(location.Path);
            case ScanCode.Card card when LocationPath.TryParse(At, out var at):
                return await StoreAsync(at, SerialNumber.Parse(card.Serial));
            case ScanCode.Card card:
                Waiting = card.Serial;
                return new(Tone.Info, $"カード {SerialNumber.Parse(card.Serial).Display}", await ProposedAsync(SerialNumber.Parse(card.Serial)), "次に、入れた箱のラベルを読み取ってください。");
            default:
                return ScanAnswer.NotTaken(code);
        }
    }

    private async Task<ScanAnswer> AtAsync(LocationPath path)
    {
        switch (await find.RunAsync(Municipality, path, Cancelled))
        {
            case FindLocation.Found found:
                At = path.Value;
                if (SerialNumber.TryParse(Waiting, out var waiting)) return await StoreAsync(path, waiting);
                return found.Fill.Free > 0
                    ? new(Tone.Info, $"収納先 {path}", $"{found.Fill.Place.Words}。カードを1枚ずつ読み取ってください。")
                    : new(Tone.Warning, $"満杯です {path}", "ほかの箱のラベルを読み取ってください。");
            case FindLocation.NotForCards notForCards:
                return PlaceAnswers.NotForCards(path, notForCards.Kind, notForCards.Retired);
            default:
                return new(Tone.Error, "登録のない保管場所です", "ラベルを確かめてください。");
        }
    }

    private async Task<ScanAnswer> StoreAsync(LocationPath at, SerialNumber serial)
    {
        Waiting = null;
        var outcome = await store.RunAsync(new(at, serial), Caller, Cancelled);
        if (outcome is StoreCard.Stored) Count++;
        var next = outcome is StoreCard.Full ? await ProposedAsync(serial) : "";
        return outcome switch
        {
            StoreCard.Stored { Suspension: { } why } => new(Tone.Warning, $"収納しました(保留中) {serial.Display} → {at}", $"保留: {why.Name()}"),
            StoreCard.Stored { Fill.Free: 0 } => new(Tone.Warning, $"収納しました {serial.Display} → {at}", "この箱は満杯になりました。次の箱のラベルを読み取ってください。"),
            StoreCard.Stored { Fill: { IsNearlyFull: true } fill } => new(Tone.Success, $"収納しました {serial.Display} → {at}", $"この箱はあと{fill.Free}枚です。"),
            StoreCard.Stored { From: { } from } => new(Tone.Success, $"移しました {serial.Display} → {at}", $"元の場所: {from}"),
            StoreCard.Stored => new(Tone.Success, $"収納しました {serial.Display} → {at}"),
            StoreCard.AlreadyHere => new(Tone.Info, $"すでにこの箱にあります {serial.Display}"),
            StoreCard.Full => new(Tone.Error, $"{at} は満杯です", $"{serial.Display} は収納していません。箱のラベルから読み取り直してください。", next),
            StoreCard.NotForCards notForCards => PlaceAnswers.NotForCards(at, notForCards.Kind, notForCards.Retired),
            StoreCard.NotInspected { Progress: CardProgress.Expected or CardProgress.Received } => new(Tone.Error, $"検品されていません {serial.Display}", "先に検品してください。"),
            StoreCard.NotInspected over => new(Tone.Error, $"{over.Progress.Name()}のカードです {serial.Display}", "収納していません。別に置いて責任者に知らせてください。"),
            StoreCard.Elsewhere { Kind: PlaceKind.Tray } => new(Tone.Error, $"窓口のトレイのカードです {serial.Display}", "「再収納」で棚に戻してください。"),
            StoreCard.Elsewhere { Kind: PlaceKind.Missing } => new(Tone.Warning, $"捜索中のカードです {serial.Display}", "収納していません。「所在不明」の画面で箱とラベルを読み取ると、見つかったことになります。"),
            StoreCard.Elsewhere elsewhere => new(Tone.Error, $"{elsewhere.Kind.Name()}のカードです {serial.Display}", "収納していません。責任者に知らせてください。"),
            StoreCard.Overtaken => new(Tone.Warning, $"もう一度読み取ってください {serial.Display}", "ほかの職員が同時にこのカードを動かしました。"),
            StoreCard.UnknownLocation => new(Tone.Error, "登録のない保管場所です", "ラベルを確かめてください。"),
            StoreCard.UnknownCard or _ => new(Tone.Error, $"登録のないカードです {serial.Display}", "別に置き、一覧の取り込み漏れがないか確かめてください。"),
        };
    }

    private async Task<string> ProposedAsync(SerialNumber serial) => await propose.RunAsync(Municipality, serial, Cancelled) switch
    {
        ProposeBox.Proposed { Beside: true, Fill: var fill } => $"おすすめの場所: {fill.Place.Path}({fill.Place.Words})。同じ発送のカードがあり、あと{fill.Free}枚入ります。ほかの場所でもかまいません。",
        ProposeBox.Proposed(var fill, _) => $"おすすめの場所: {fill.Place.Path}({fill.Place.Words})。あと{fill.Free}枚入ります。ほかの場所でもかまいません。",
        ProposeBox.NoRoom => "空いている箱がありません。保管場所を追加してください。",
        ProposeBox.UnknownCard or _ => "登録のないカードです。番号を確かめてください。",
    };

    private async Task ShowAsync()
    {
        if (LocationPath.TryParse(At, out var at) && await find.RunAsync(Municipality, at, Cancelled) is FindLocation.Found found) Place = found.Fill;
        else At = null;
    }
}
