using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Moves;

/// <summary>
/// まとめて移す by scan: cards, then their box; or a box, then the box or shelf into which its content goes. What was scanned so far is carried by the
/// form; nothing moves before the last scan.
/// </summary>
[Needs(Permission.MoveCards)]
public sealed class IndexModel(MoveCards moveCards, MoveBox moveBox) : StaffPage
{
    [BindProperty]
    public string? Scan { get; set; }

    /// <summary>製造管理番号 of the cards that wait for their box, joined by a comma.</summary>
    [BindProperty]
    public string? Cards { get; set; }

    /// <summary>Path of the box whose content is to move; null while cards are scanned.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>Null before the first scan.</summary>
    public ScanAnswer? Answer { get; private set; }

    /// <summary>What the last move left where it was.</summary>
    public IReadOnlyList<MoveCards.Refused> Stayed { get; private set; } = [];

    public IReadOnlyList<SerialNumber> Waiting =>
        [.. (Cards ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(text => SerialNumber.TryParse(text, out var serial) ? serial : null).OfType<SerialNumber>().Distinct().Take(MoveCards.Most)];

    public void OnGet()
    {
    }

    public async Task OnPostAsync()
    {
        From = LocationPath.TryParse(From, out var box) ? box.Value : null;
        Cards = string.Join(',', Waiting.Select(serial => serial.Value));
        var answers = new List<ScanAnswer>();
        foreach (var code in ScanCode.ReadAll(Scan)) answers.Add(await AnswerAsync(code));
        Answer = ScanAnswer.OfAll(answers);
        ModelState.Clear();
    }

    public string WordsOf(StoreCard.Outcome why) => why switch
    {
        StoreCard.OtherOffice other => $"別の庁舎の {other.Path} にあります。移送で送ってください",
        StoreCard.Full => "箱が満杯です",
        StoreCard.Elsewhere { Kind: PlaceKind.None } => "まだ収納されていません。「収納」で入れてください",
        StoreCard.Elsewhere { Kind: PlaceKind.Tray } => "窓口のトレイにあります。「再収納」で戻してください",
        StoreCard.Elsewhere elsewhere => $"{elsewhere.Kind.Name()}のカードです",
        StoreCard.NotInspected over => $"{over.Progress.Name()}のカードです",
        StoreCard.Overtaken => "ほかの職員が同時に動かしました。もう一度読み取ってください",
        _ => "登録のないカードです。別に置いてください",
    };

    private async Task<ScanAnswer> AnswerAsync(ScanCode code)
    {
        switch (code)
        {
            case ScanCode.Card when From is not null:
                return new(Tone.Error, "移す先の箱を待っています", "箱の中身をまるごと移す途中です。カードを移すときは「初めからやり直す」を押してください。");
            case ScanCode.Card when Waiting.Count >= MoveCards.Most:
                return new(Tone.Error, $"1度に移せるのは{MoveCards.Most}枚までです", "先に、箱のラベルを読み取ってください。");
            case ScanCode.Card card:
                var serial = SerialNumber.Parse(card.Serial);
                if (Waiting.Contains(serial)) return new(Tone.Info, $"すでに読み取りました {serial.Display}");
                Cards = string.Join(',', Waiting.Append(serial).Select(waiting => waiting.Value));
                return new(Tone.Info, $"カード {serial.Display}", $"{Waiting.Count}枚目。次のカードか、移す先の箱を読み取ってください。");
            case ScanCode.Location location when Waiting.Count > 0:
                return await MoveCardsAsync(location.Path);
            case ScanCode.Location location when LocationPath.TryParse(From, out var from):
                return await MoveBoxAsync(from, location.Path);
            case ScanCode.Location location:
                From = location.Path.Value;
                return new(Tone.Info, $"元の箱 {location.Path}", "次に、移す先の箱か棚のラベルを読み取ってください。");
            default:
                return ScanAnswer.NotTaken(code);
        }
    }

    private async Task<ScanAnswer> MoveCardsAsync(LocationPath to)
    {
        switch (await moveCards.RunAsync(new(to, Waiting), Caller, Cancelled))
        {
            case MoveCards.Done done:
                Cards = null;
                Stayed = done.Stayed;
                var filled = $"この箱は {done.Fill.Cards} / {done.Fill.Capacity}枚です。";
                return done.Stayed.Count == 0
                    ? new(Tone.Success, $"{done.Moved.Count}枚を移しました → {to}", filled)
                    : new(Tone.Error, $"{done.Moved.Count}枚を移し、{done.Stayed.Count}枚は移していません → {to}", filled, "移さなかったカードは下の表を見てください。");
            case MoveCards.NotForCards not:
                return PlaceAnswers.NotForCards(to, not.Kind, not.Retired);
            default:
                return new(Tone.Error, "登録のない保管場所です", "ラベルを確かめてください。");
        }
    }

    private async Task<ScanAnswer> MoveBoxAsync(LocationPath from, LocationPath to)
    {
        var outcome = await moveBox.RunAsync(new(from, to), Caller, Cancelled);
        if (outcome is MoveBox.Moved or MoveBox.Empty or MoveBox.UnknownLocation or MoveBox.NotForCards) From = null;
        return outcome switch
        {
            MoveBox.Moved moved => new(Tone.Success, $"{moved.Cards}枚を移しました {from} → {moved.Fill.Place.Path}", $"移した先の箱は {moved.Fill.Cards} / {moved.Fill.Capacity}枚です。"),
            MoveBox.Empty => new(Tone.Warning, $"空の箱です {from}", "移すカードはありません。"),
            MoveBox.SamePlace => new(Tone.Error, "同じ箱です", "移す先の箱か棚のラベルを読み取ってください。"),
            MoveBox.OtherOffice => new(Tone.Error, $"別の庁舎の場所です {to}", "別の庁舎へは移送で送ります。動かしていません。"),
            MoveBox.DoesNotFit full => new(Tone.Error, $"入りきりません {to}", $"{full.Cards}枚に対して空きは{full.Free}枚です。動かしていません。ほかの箱か棚のラベルを読み取ってください。"),
            MoveBox.NotForCards { Retired: true } other => new(Tone.Error, $"使用停止の場所です {other.Path}", "初めから読み取り直してください。"),
            MoveBox.NotForCards { Kind: LocationKind.Box } other => new(Tone.Error, $"位置に分けた箱です {other.Path}", "位置ごとに移します。位置のラベルから読み取り直してください。"),
            MoveBox.NotForCards other => new(Tone.Error, $"{other.Kind.Name()}のラベルです {other.Path}", "箱のラベルから読み取り直してください。"),
            _ => new(Tone.Error, "登録のない保管場所です", "初めから読み取り直してください。"),
        };
    }
}
