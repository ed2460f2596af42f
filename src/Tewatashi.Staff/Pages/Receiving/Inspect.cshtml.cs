using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Receiving;

/// <summary>検品 by scan. A scan is answered by the page itself: sent again it finds the card inspected, nothing is done twice.</summary>
[Needs(Permission.ReceiveCards)]
public sealed class InspectModel(InspectCard inspect, CountShipment count) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Scan { get; set; }

    public CountShipment.Counted Shipment { get; private set; } = null!; // read before the page is shown

    /// <summary>Null before the first scan.</summary>
    public ScanAnswer? Answer { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var answers = new List<ScanAnswer>();
        foreach (var code in ScanCode.ReadAll(Scan)) answers.Add(await AnswerAsync(code));
        Answer = ScanAnswer.OfAll(answers);
        return await ShowAsync();
    }

    private async Task<ScanAnswer> AnswerAsync(ScanCode code)
    {
        if (code is not ScanCode.Card card) return ScanAnswer.NotTaken(code);
        var serial = SerialNumber.Parse(card.Serial);
        return await inspect.RunAsync(new(Id, serial), Caller with { OperationId = null }, Cancelled) switch
        {
            InspectCard.Inspected { Suspension: { } why } => new(
                Tone.Warning, $"検品しました(保留中) {serial.Display}", $"保留: {why.Name()}。別に置いてください。"),
            InspectCard.Inspected { SamePerson: { Count: > 0 } others } => new(
                Tone.Warning, $"検品しました {serial.Display}",
                $"同じ方のカードがもう{others.Count}枚あります: {string.Join("、", others.Select(other => other.SerialNumber.Display))}。カードの画面で、古い方をどうするか決めてください。"),
            InspectCard.Inspected { WasMissing: true } => new(Tone.Success, $"検品しました {serial.Display}", "不足としていたカードです。不足は解消されました。"),
            InspectCard.Inspected { Count.Remaining: 0 } => new(Tone.Success, $"検品しました {serial.Display}", "これで一覧のすべてです。空の箱を2人で確かめ、受入を完了してください。"),
            InspectCard.Inspected => new(Tone.Success, $"検品しました {serial.Display}"),
            InspectCard.AlreadyInspected already => new(
                Tone.Warning, $"検品済みです {serial.Display}", $"{Shown.Moment(already.InspectedAt)} に読み取られています。同じラベルのケースが2つないか確かめてください。番号は発送の画面に残ります。"),
            InspectCard.OtherShipment other => new(
                Tone.Error, $"別の発送のカードです {serial.Display}", $"「{other.Name ?? "以前からの在庫"}」のカードです。別に置いてください。"),
            InspectCard.UnknownCard => new(Tone.Error, $"一覧にないカードです {serial.Display}", "別に置き、一覧の取り込み漏れがないか確かめてください。"),
            InspectCard.GivenUp given => new(
                Tone.Error, $"{given.Progress.Name()}としたカードです {serial.Display}", "届かないと2人で確かめたカードです。検品していません。別に置いて責任者に知らせてください。番号は発送の画面に残ります。"),
            InspectCard.NotReceiving => new(Tone.Error, "この発送は受入中ではありません", "発送の画面で状況を確かめてください。"),
            InspectCard.NoSuchShipment or _ => new(Tone.Error, "発送が見つかりません"),
        };
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await count.RunAsync(Municipality, Id, Cancelled) is not { } counted) return NotFound();
        Shipment = counted;
        return Page();
    }
}
