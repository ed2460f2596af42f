using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Counting;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Counting;

/// <summary>What a closed count found, and the scans that settle it: the box, then the card.</summary>
[Needs(Permission.CountStock)]
public sealed class ReportModel(ViewCountReport view, SettleFinding settle, TakeOutExtra takeOut) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Scan { get; set; }

    /// <summary>Path of the box in which cards are settled now; null before one was scanned.</summary>
    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public Guid FindingId { get; set; }

    public ViewCountReport.Shown Report { get; private set; } = null!; // read before the page is shown

    public ScanAnswer? Answer { get; private set; }

    public int Open => Report.Lines.Count(line => line.IsOpen);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var answers = new List<ScanAnswer>();
        foreach (var code in ScanCode.ReadAll(Scan)) answers.Add(await AnswerAsync(code));
        Answer = ScanAnswer.OfAll(answers);
        ModelState.Clear();
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostTakeOutAsync()
    {
        await takeOut.RunAsync(new(Id, FindingId), Caller, Cancelled); // pressed twice: it stands there
        return Redirect($"/counts/{Id}/report");
    }

    private async Task<ScanAnswer> AnswerAsync(ScanCode code)
    {
        switch (code)
        {
            case ScanCode.Location location:
                At = location.Path.Value;
                return new(Tone.Info, $"箱 {location.Path}", "この箱に入れたカードのラベルを読み取ってください。");
            case ScanCode.Card card when LocationPath.TryParse(At, out var at):
                var serial = SerialNumber.Parse(card.Serial);
                return Words(await settle.RunAsync(new(Id, at, serial), Caller, Cancelled), serial, at);
            case ScanCode.Card:
                return new(Tone.Error, "先に箱のラベルを読み取ってください");
            default:
                return ScanAnswer.NotTaken(code);
        }
    }

    private static ScanAnswer Words(SettleFinding.Outcome outcome, SerialNumber serial, LocationPath at) => outcome switch
    {
        SettleFinding.Settled settled => new(Tone.Success, $"{settled.How.Name()} {serial.Display} → {at}", $"未解消 残り{settled.Left}枚"),
        SettleFinding.NotInReport => new(Tone.Error, $"この報告の未解消のカードではありません {serial.Display}", "動かしていません。"),
        SettleFinding.NotStored { Why: StoreCard.Full } => new(Tone.Error, $"箱 {at} は満杯です", $"{serial.Display} は動かしていません。ほかの箱のラベルを読み取ってください。"),
        SettleFinding.NotStored { Why: StoreCard.UnknownLocation } => new(Tone.Error, "登録のない保管場所です", "ラベルを確かめてください。"),
        SettleFinding.NotStored { Why: StoreCard.NotForCards } => new(Tone.Error, $"カードを入れる場所ではありません {at}", "箱のラベルを読み取ってください。"),
        SettleFinding.NotStored { Why: StoreCard.Elsewhere { Kind: PlaceKind.Tray } } => new(Tone.Error, $"窓口のトレイのカードです {serial.Display}", "「再収納」で棚に戻すと解消します。"),
        SettleFinding.NotStored { Why: StoreCard.Elsewhere { Kind: PlaceKind.Missing } } => new(Tone.Warning, $"捜索中のカードです {serial.Display}", "「所在不明」の画面で箱とラベルを読み取ると、見つかったことになります。"),
        SettleFinding.NotStored { Why: StoreCard.Overtaken } => new(Tone.Warning, $"もう一度読み取ってください {serial.Display}", "ほかの職員が同時にこのカードを動かしました。"),
        _ => new(Tone.Error, $"台帳ではここに置けないカードです {serial.Display}", "動かしていません。別に置いて責任者に知らせてください。"),
    };

    private async Task<IActionResult> ShowAsync()
    {
        switch (await view.RunAsync(new(Id), Caller, Cancelled))
        {
            case ViewCountReport.Shown shown:
                Report = shown;
                return Page();
            case ViewCountReport.NotClosed { State: CountState.Open }:
                return Redirect($"/counts/{Id}");
            case ViewCountReport.NotClosed:
                return Redirect("/counts");
            default:
                return NotFound();
        }
    }
}
