using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Parcels;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Time;
using Tewatashi.Web.Forms;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Transfers;

/// <summary>移送の指示: cards ordered to another office by scan.</summary>
[Needs(Permission.MoveCards)]
public sealed class OrderModel(OrderTransfer order, ListParcels list) : StaffPage
{
    [BindProperty]
    public string? Scan { get; set; }

    /// <summary>Id of the office to which the scanned cards go.</summary>
    [BindProperty]
    public string? SendTo { get; set; }

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public ScanAnswer? Answer { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public async Task OnPostAsync()
    {
        var codes = ScanCode.ReadAll(Scan);
        ModelState.Clear();
        if (!Guid.TryParse(SendTo, out var to))
        {
            ModelState.AddModelError(nameof(SendTo), "先に、送り先の庁舎を選んでください。");
        }
        else
        {
            var answers = new List<ScanAnswer>();
            foreach (var code in codes)
                answers.Add(code is ScanCode.Card card ? Words(await order.RunAsync(new(to, SerialNumber.Parse(card.Serial)), Caller, Cancelled), SerialNumber.Parse(card.Serial)) : ScanAnswer.NotTaken(code));
            Answer = ScanAnswer.OfAll(answers);
        }

        Scan = null;
        await LoadAsync();
    }

    private static ScanAnswer Words(OrderTransfer.Outcome outcome, SerialNumber serial) => outcome switch
    {
        OrderTransfer.Ordered ordered => new(Tone.Success, $"移送を指示しました {serial.Display}", $"{ordered.From}から。今日送ると{JapaneseDate.Brief(ordered.NeededOn)}に着きます。"),
        OrderTransfer.AlreadyOrdered => new(Tone.Info, $"すでに指示されています {serial.Display}"),
        OrderTransfer.OrderedElsewhere other => new(Tone.Error, $"別の庁舎への指示があります {serial.Display}", $"{other.Office}への移送が指示されています。先にその指示を取りやめてください。"),
        OrderTransfer.AlreadyThere => new(Tone.Warning, $"その庁舎にあるカードです {serial.Display}", "指示していません。"),
        OrderTransfer.BookedElsewhere booked => new(Tone.Error, $"予約のあるカードです {serial.Display}", $"{JapaneseDate.Brief(booked.Day)}に{booked.Office}で受け取る予約があります。指示していません。"),
        OrderTransfer.NotPrepared => new(Tone.Error, $"交付前設定が済んでいないカードです {serial.Display}", "指示していません。"),
        OrderTransfer.Suspended => new(Tone.Error, $"保留のカードです {serial.Display}", "指示していません。保留を解除してから指示してください。"),
        OrderTransfer.Elsewhere elsewhere => new(Tone.Error, $"{elsewhere.Kind.Name()}のカードです {serial.Display}", "指示していません。棚か窓口のトレイにあるカードだけを移送できます。"),
        OrderTransfer.UnknownOffice => new(Tone.Error, "使用中の庁舎ではありません", "送り先を選び直してください。"),
        OrderTransfer.UnknownCard or _ => new(Tone.Error, $"登録のないカードです {serial.Display}", "別に置いて、責任者に知らせてください。"),
    };

    private async Task LoadAsync() => Offices = [.. (await list.RunAsync(Municipality, Cancelled)).Offices.Select(office => new Choice(office.Id.ToString(), office.Name))];
}
