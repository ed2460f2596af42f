using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Lists;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.Scans;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.TakeOuts;
using Tewatashi.Text;
using Tewatashi.Time;
using Tewatashi.Web.Forms;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.TakeOuts;

/// <summary>持出し: who takes which cards where, and until when; what is out now, and what was.</summary>
[Needs(Permission.MoveCards)]
public sealed class IndexModel(SeeTakeOuts takeOuts, SeeList see, TakeOutCard take) : StaffPage
{
    [BindProperty]
    public string? Scan { get; set; }

    /// <summary>Id of the member of staff who carries the cards.</summary>
    [BindProperty]
    public string? Carrier { get; set; }

    [BindProperty]
    public TakeOutKind? Kind { get; set; }

    [BindProperty]
    public DateParts BackOn { get; set; } = new();

    [BindProperty]
    public string? BackAt { get; set; }

    public SeeTakeOuts.View View { get; private set; } = null!; // loaded before the page is shown

    public ListShown List { get; private set; } = null!; // read before the page is shown

    public ScanAnswer? Answer { get; private set; }

    public IEnumerable<Choice> Carriers => View.Staff.Select(member => new Choice(member.Id.ToString(), member.Name));

    public static IEnumerable<Choice> Kinds => Enum.GetValues<TakeOutKind>().Select(kind => new Choice(kind.ToString(), kind.Name()));

    public async Task OnGetAsync()
    {
        View = await takeOuts.RunAsync(Municipality, Cancelled);
        List = await ShowAsync(OfficeLists.TakeOuts, see);
    }

    public async Task OnPostAsync()
    {
        var codes = ScanCode.ReadAll(Scan);
        ModelState.Clear();
        if (Read() is var (carrier, kind, backBy))
        {
            var answers = new List<ScanAnswer>();
            foreach (var code in codes)
                answers.Add(code is ScanCode.Card card ? Words(await take.RunAsync(new(SerialNumber.Parse(card.Serial), carrier, kind, backBy), Caller, Cancelled), SerialNumber.Parse(card.Serial)) : ScanAnswer.NotTaken(code));
            Answer = ScanAnswer.OfAll(answers);
        }

        Scan = null;
        await OnGetAsync();
    }

    private (Guid Carrier, TakeOutKind Kind, DateTimeOffset BackBy)? Read()
    {
        if (!Guid.TryParse(Carrier, out var carrier)) ModelState.AddModelError(nameof(Carrier), "持ち出す職員を選んでください。");
        if (Kind is null) ModelState.AddModelError(nameof(Kind), "行き先を選んでください。");
        if (!BackOn.TryDate(out var day)) ModelState.AddModelError(nameof(BackOn), "戻る日を入力してください。");
        if (Typed.Line(BackAt) is not { } typed || !TimeOnly.TryParseExact(typed, ["H:mm", "HHmm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            ModelState.AddModelError(nameof(BackAt), "戻る時刻は16:30のように入力してください。");
            return null;
        }

        return ModelState.IsValid && Kind is { } kind ? (carrier, kind, JapanTime.InstantOf(day, time)) : null;
    }

    private static ScanAnswer Words(TakeOutCard.Outcome outcome, SerialNumber serial) => outcome switch
    {
        TakeOutCard.TakenOut taken => new(Tone.Success, $"持ち出しました {serial.Display}", $"{taken.StaffMember}が持っています。"),
        TakeOutCard.AlreadyOut => new(Tone.Info, $"すでに持出し中です {serial.Display}"),
        TakeOutCard.BackByPast => new(Tone.Error, "戻る時刻が過ぎています", "これから先の日と時刻を入力してください。持ち出していません。"),
        TakeOutCard.UnknownStaff => new(Tone.Error, "使われていない職員です", "職員を選び直してください。持ち出していません。"),
        TakeOutCard.NotPrepared other => new(Tone.Error, $"{other.Progress.Name()}のカードです {serial.Display}", "交付前設定の済んだカードだけを持ち出せます。"),
        TakeOutCard.Suspended => new(Tone.Error, $"保留のカードです {serial.Display}", "持ち出していません。"),
        TakeOutCard.Elsewhere other => new(Tone.Error, $"{other.Kind.Name()}のカードです {serial.Display}", "棚か窓口のトレイにあるカードだけを持ち出せます。"),
        TakeOutCard.BookedBefore booked => new(Tone.Error, $"戻る前に予約のあるカードです {serial.Display}", $"{JapaneseDate.Brief(booked.Day)} {Shown.Time(booked.StartsAt)}に{booked.Counter}で受け取る予約があります。持ち出していません。"),
        TakeOutCard.UnknownCard or _ => new(Tone.Error, $"登録のないカードです {serial.Display}", "別に置いて、責任者に知らせてください。"),
    };
}
