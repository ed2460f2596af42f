using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Parcels;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Text;
using Tewatashi.Web.Forms;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Parcels;

/// <summary>移送便: one page from packing to closing; what it asks for is what the parcel's state needs next.</summary>
[Needs(Permission.MoveCards)]
public sealed class ParcelModel(
    SeeParcel see, FindParcel find, PackCard pack, UnpackCard unpack, SendParcel send, GiveUpParcel giveUp, ReceiveParcel receive, ShelveParcelCard shelve, CloseParcel close, SignDifference sign,
    PackTray packTray, TakeParcelIntoTray intoTray) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Scan { get; set; }

    /// <summary>Path of the box into which cards go; null before one was scanned.</summary>
    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public string? SecondUserId { get; set; }

    /// <summary>Never written into the page again.</summary>
    [BindProperty]
    public string? SecondPassword { get; set; }

    /// <summary>Id of the counter whose tray is packed or filled whole.</summary>
    [BindProperty]
    public string? Tray { get; set; }

    /// <summary>How many sleeves somebody counted.</summary>
    [BindProperty]
    public string? Counted { get; set; }

    public IEnumerable<Choice> Trays => View.Trays.Select(tray => new Choice(tray.Id.ToString(), tray.Name));

    public SeeParcel.View View { get; private set; } = null!; // loaded before the page is shown

    public ScanAnswer? Answer { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await find.StateAsync(Municipality, Id, Cancelled) is not { } state) return NotFound();
        var answers = new List<ScanAnswer>();
        foreach (var code in ScanCode.ReadAll(Scan)) answers.Add(await AnswerAsync(state, code));
        Answer = ScanAnswer.OfAll(answers);
        ModelState.Clear();
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostSendAsync()
    {
        if (await send.RunAsync(new(Id), Caller, Cancelled) is SendParcel.Sent) return Redirect($"/parcels/{Id}/slip");
        return await AgainAsync("", "便にカードがないか、もう送られています。");
    }

    public async Task<IActionResult> OnPostGiveUpAsync() => await giveUp.RunAsync(new(Id), Caller, Cancelled) switch
    {
        GiveUpParcel.GivenUp => Redirect("/transfers?done=given-up"),
        GiveUpParcel.NotEmpty full => await AgainAsync("", $"便に{full.Packed}枚入っています。箱のラベル、カードのラベルの順に読み取って、すべて出してから取りやめてください。"),
        _ => Redirect($"/parcels/{Id}"),
    };

    public async Task<IActionResult> OnPostReceiveAsync()
    {
        await receive.RunAsync(new(Id), Caller, Cancelled); // pressed twice: it is being received
        return Redirect($"/parcels/{Id}");
    }

    public async Task<IActionResult> OnPostCloseAsync() => await close.RunAsync(new(Id), Caller, Cancelled) switch
    {
        CloseParcel.Closed => Redirect("/transfers?done=closed"),
        CloseParcel.Differs differs => await AgainAsync("", $"合いません。不足 {Named(differs.Missing)}、余り {Named(differs.Extra)}。便と箱の中をもう一度確かめてください。見つからないときは、二人で過不足を確認して終えます。"),
        _ => Redirect($"/parcels/{Id}"),
    };

    public async Task<IActionResult> OnPostSignAsync()
    {
        if (string.IsNullOrWhiteSpace(SecondUserId) || string.IsNullOrEmpty(SecondPassword)) return await AgainAsync(nameof(SecondUserId), "二人目の職員のユーザーIDとパスワードを入力してください。");
        return await sign.RunAsync(new(Id, new(SecondUserId, SecondPassword)), Caller, Cancelled) switch
        {
            SignDifference.Signed => Redirect("/transfers?done=signed"),
            SignDifference.SamePerson => await AgainAsync(nameof(SecondUserId), "サインインしている人と同じです。二人目は別の職員が入力してください。記録しました。"),
            SignDifference.SecondRefused => await AgainAsync(nameof(SecondUserId), "二人目を確認できません。ユーザーIDかパスワードが違うか、カードを移す権限がありません。続けて間違えると、しばらく使えなくなります。記録しました。"),
            SignDifference.Balanced => await AgainAsync("", "過不足はありません。「便を終える」を押してください。"),
            _ => Redirect($"/parcels/{Id}"),
        };
    }

    public async Task<IActionResult> OnPostPackTrayAsync()
    {
        if (ReadTray() is not var (counter, counted)) return await ShowAsync();
        return await packTray.RunAsync(new(Id, counter, counted), Caller, Cancelled) switch
        {
            PackTray.PackedIn or PackTray.NotPacking => Redirect($"/parcels/{Id}"),
            PackTray.Empty => await AgainAsync(nameof(Tray), "このトレイにカードはありません。"),
            PackTray.OtherOffice => await AgainAsync(nameof(Tray), "送り元の庁舎の窓口を選んでください。"),
            PackTray.StillExpected expected => await AgainAsync(nameof(Tray), $"これから受け取りに来るカードがあります。{Named(expected.Cards)}。トレイに残るカードがあるときは、1枚ずつ読み取って入れてください。"),
            _ => await AgainAsync(nameof(Counted), CountDiffers),
        };
    }

    public async Task<IActionResult> OnPostIntoTrayAsync()
    {
        if (ReadTray() is not var (counter, counted)) return await ShowAsync();
        return await intoTray.RunAsync(new(Id, counter, counted), Caller, Cancelled) switch
        {
            TakeParcelIntoTray.Taken => Redirect("/transfers?done=closed"),
            TakeParcelIntoTray.NotReceived => Redirect($"/parcels/{Id}"),
            TakeParcelIntoTray.OtherOffice => await AgainAsync(nameof(Tray), "送り先の庁舎の窓口を選んでください。"),
            TakeParcelIntoTray.CounterClosed => await AgainAsync(nameof(Tray), "この窓口の今日はもう締めてあります。締めを取り消してから受け取るか、ほかの窓口を選んでください。"),
            TakeParcelIntoTray.HasExtra => await AgainAsync(nameof(Tray), "余りのカードが記録されています。1枚ずつ読み取り、二人で過不足を確認して終えてください。"),
            _ => await AgainAsync(nameof(Counted), CountDiffers),
        };
    }

    public Tone ToneOf(ParcelLineState state) => state switch
    {
        ParcelLineState.Packed => Tone.Info,
        ParcelLineState.Unpacked => Tone.Neutral,
        ParcelLineState.Arrived => Tone.Success,
        ParcelLineState.Missing or ParcelLineState.Extra => Tone.Error,
    };

    public string WordOf(SeeParcel.Line line) =>
        line.State == ParcelLineState.Packed && View.Parcel.State == ParcelState.Received ? "まだ読み取っていない" : line.State.Name();

    private async Task<ScanAnswer> AnswerAsync(ParcelState state, ScanCode code)
    {
        switch (code)
        {
            case ScanCode.Location location when state is ParcelState.Packing or ParcelState.Received:
                At = location.Path.Value;
                return new(Tone.Info, $"箱 {location.Path}", state == ParcelState.Packing ? "便から出して、この箱に戻すカードのラベルを読み取ってください。" : "この箱に入れるカードのラベルを、1枚ずつ読み取ってください。");
            case ScanCode.Card card when state == ParcelState.Packing:
                var serial = SerialNumber.Parse(card.Serial);
                return LocationPath.TryParse(At, out var back)
                    ? ParcelScanWords.Of(await unpack.RunAsync(new(Id, back, serial), Caller, Cancelled), serial, back)
                    : ParcelScanWords.Of(await pack.RunAsync(new(Id, serial), Caller, Cancelled), serial);
            case ScanCode.Card card when state == ParcelState.Received && LocationPath.TryParse(At, out var at):
                var arrived = SerialNumber.Parse(card.Serial);
                return ParcelScanWords.Of(await shelve.RunAsync(new(Id, at, arrived), Caller, Cancelled), arrived, at);
            case ScanCode.Card when state == ParcelState.Received:
                return new(Tone.Error, "先に箱のラベルを読み取ってください", "読み取ったカードは、まだ届いたことになっていません。");
            case ScanCode.Card or ScanCode.Location:
                return new(Tone.Error, $"{state.Name()}の便です", "読み取りは記録していません。");
            default:
                return ScanAnswer.NotTaken(code);
        }
    }

    private const string CountDiffers = "数えた枚数が記録と違います。1枚も動かしていません。数え直すか、1枚ずつ読み取ってください。記録しました。";

    private (Guid Counter, int Counted)? ReadTray()
    {
        ModelState.Clear();
        if (!Guid.TryParse(Tray, out var counter)) ModelState.AddModelError(nameof(Tray), "窓口を選んでください。");
        if (!int.TryParse(Typed.Code(Counted), NumberStyles.None, CultureInfo.InvariantCulture, out var counted)) ModelState.AddModelError(nameof(Counted), "数えた枚数を数字で入力してください。");
        return ModelState.IsValid ? (counter, counted) : null;
    }

    private static string Named(IReadOnlyList<SerialNumber> serials) => serials.Count == 0 ? "なし" : $"{serials.Count}枚({string.Join('、', serials.Select(serial => serial.Display))})";

    private async Task<IActionResult> AgainAsync(string field, string problem)
    {
        ModelState.Clear();
        ModelState.AddModelError(field, problem);
        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await see.RunAsync(new(Id), Caller, Cancelled) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
