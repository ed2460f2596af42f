using Microsoft.AspNetCore.Mvc;
using Tewatashi.HandOver;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Time;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Day;

/// <summary>来庁受付: a number or a code in one field, the answer in large letters, and from there to the hand-over.</summary>
[Needs(Permission.HandOver)]
public sealed class ArrivalsModel(
    ListCounters list, CheckIn checkIn, CheckInWalkIn walkIn, UndoCheckIn undo, CompleteErrand complete, CheckInErrand checkInErrand, ReadBookingKinds readKinds, TimeProvider clock) : CounterPage(list)
{
    [BindProperty]
    public string? Scan { get; set; }

    [BindProperty]
    public string? CallNumber { get; set; }

    /// <summary>Who has no booking takes a place of today and is checked in by the same scan.</summary>
    [BindProperty]
    public bool WalkInToo { get; set; }

    /// <summary>The visit of a line or of the answer before.</summary>
    [BindProperty]
    public Guid? Visit { get; set; }

    [BindProperty]
    public bool LateAccepted { get; set; }

    [BindProperty]
    public Guid? Reservation { get; set; }

    public Tone? Tone { get; private set; }
    public string? Heading { get; private set; }
    public string Advice { get; private set; } = "予約番号、交付通知書の二次元コードか受付番号、またはカードの管理ラベルを読み取るか入力してください。";

    /// <summary>Shown below the answer; null where there is no visit to show.</summary>
    public Arrival? Arrival { get; private set; }

    /// <summary>A card without a booking; null otherwise.</summary>
    public Guid? WalkIn { get; private set; }

    /// <summary>The next free times for the paper slip, where today is full; null otherwise.</summary>
    public FreeSeats? Next { get; private set; }

    /// <summary>The visit that is late and may be taken all the same.</summary>
    public bool IsLate { get; private set; }

    /// <summary>A kind of booking that somebody came for without one.</summary>
    [BindProperty]
    public Guid? Kind { get; set; }

    /// <summary>Kinds of booking that this counter takes without a booking and without a card.</summary>
    public IReadOnlyList<BookingKind> Errands { get; private set; } = [];

    public Task OnGetAsync() => OpenAsync();

    public async Task OnPostAsync()
    {
        await OpenAsync();
        var scanned = ScanCode.Read(Scan);
        if (ReadCall(out var call))
        {
            if (CodeOf(scanned) is not { } code)
            {
                var (heading, advice) = ScanWords.Of(scanned);
                Say(Web.Marks.Tone.Error, heading, advice);
            }
            else if (At is not null)
            {
                var outcome = await checkIn.RunAsync(new(code, At.Id, call), Caller, Cancelled);
                // In person: whoever comes for someone else is asked about it on the page of its own.
                if (WalkInToo && outcome is CheckIn.NoBooking(var card)) Tell(card, await walkIn.RunAsync(new(card, At.Id, Municipalities.RecipientKind.Applicant, CallNumber: call), Caller, Cancelled));
                else Tell(outcome);
            }
        }

        ModelState.Clear();
        if (Tone == Web.Marks.Tone.Success) CallNumber = null;
    }

    /// <summary>From a line of the first page, or for a visit that is late.</summary>
    public async Task OnPostVisitAsync()
    {
        await OpenAsync();
        if (At is not null && Visit is { } visit && ReadCall(out var call))
            Tell(await checkIn.RunAsync(new(new ArrivalCode.Visit(visit), At.Id, call, LateAccepted), Caller, Cancelled));
        ModelState.Clear();
        if (Tone == Web.Marks.Tone.Success) CallNumber = null;
    }

    public async Task OnPostUndoAsync()
    {
        await OpenAsync();
        switch (await undo.RunAsync(new(Reservation ?? Guid.Empty), Caller, Cancelled))
        {
            case UndoCheckIn.Undone: Say(Web.Marks.Tone.Success, "受付を取り消しました", "予約は残っています。"); break;
            case UndoCheckIn.OtherDay: Say(Web.Marks.Tone.Error, "前の日の受付です", "取り消せません。交付の画面で交付見送りにしてください。"); break;
            case UndoCheckIn.NotCheckedIn: Say(Web.Marks.Tone.Error, "受付していません", "すでに取り消したか、交付などで終わっています。"); break;
            case var outcome: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }

        ModelState.Clear();
    }

    /// <summary>「済」 of a kind that needs no card.</summary>
    public async Task OnPostDoneAsync()
    {
        await OpenAsync();
        switch (await complete.RunAsync(new(Reservation ?? Guid.Empty), Caller, Cancelled))
        {
            case CompleteErrand.Completed: Say(Web.Marks.Tone.Success, "済にしました", "次の方を受け付けてください。"); break;
            case CompleteErrand.HasCard: Say(Web.Marks.Tone.Error, "カードの受け取りです", "交付の画面で交付してください。"); break;
            case CompleteErrand.NotCheckedIn: Say(Web.Marks.Tone.Error, "受付していません", "すでに済んだか、受付を取り消しています。"); break;
            case var outcome: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }

        ModelState.Clear();
    }

    /// <summary>予約なし来庁 for a kind that needs no card.</summary>
    public async Task OnPostErrandAsync()
    {
        await OpenAsync();
        if (At is not null && Kind is { } kind && ReadCall(out var call))
        {
            switch (await checkInErrand.RunAsync(new(kind, At.Id, call), Caller, Cancelled))
            {
                case CheckInErrand.CheckedIn(var arrival):
                    Say(Web.Marks.Tone.Success, "受付しました", $"予約なしで{arrival.StartsAt:H:mm}の枠を取りました。", arrival);
                    break;
                case CheckInErrand.Full(var next):
                    Say(Web.Marks.Tone.Error, "今日の枠は空いていません", "受付していません。次の空きをご案内してください。");
                    Next = new FreeSeats(next, clock.GetUtcNow());
                    break;
                case CheckInErrand.CounterClosed: SayClosed(); break;
                case CheckInErrand.Closed:
                    Say(Web.Marks.Tone.Error, "この窓口では受け付けていません", "受付していません。用件を扱う窓口と受け付ける方法は、設定の「予約の用件」で決まっています。");
                    break;
                case var outcome: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
            }
        }

        ModelState.Clear();
        if (Tone == Web.Marks.Tone.Success) CallNumber = null;
    }

    /// <summary>Somebody else who comes today is like one of those just checked in.</summary>
    public Likeness Likeness { get; private set; }

    private async Task OpenAsync()
    {
        await ChooseAsync();
        if (At is not null) Errands = (await readKinds.RunAsync(Municipality, Cancelled)).FindAll(kind => kind is { IsOn: true, AtCounter: true, NeedsCard: false } && kind.IsServedAt(At.Code));
    }

    private bool ReadCall(out HandOver.CallNumber? call)
    {
        call = null;
        if (string.IsNullOrWhiteSpace(CallNumber) || HandOver.CallNumber.TryParse(CallNumber, out call)) return true;
        Say(Web.Marks.Tone.Error, "呼出番号を確かめてください", "呼出番号は英数字6文字までです。受付はまだしていません。");
        return false;
    }

    private static ArrivalCode? CodeOf(ScanCode code) => code switch
    {
        ScanCode.Card label => new ArrivalCode.Card(ScanWords.Serial(label)),
        ScanCode.Reservation(var number) => new ArrivalCode.Reservation(ReservationNumber.Parse(number)),
        ScanCode.Reception(var number) => new ArrivalCode.Reception(ReceptionNumber.Parse(number)),
        ScanCode.EitherNumber(var digits) => new ArrivalCode.EitherNumber(ReservationNumber.Parse(digits), ReceptionNumber.Parse(digits)),
        _ => null,
    };

    private void Tell(CheckIn.Outcome outcome)
    {
        switch (outcome)
        {
            case CheckIn.CheckedIn(var arrival):
                Say(Web.Marks.Tone.Success, "受付しました", When(arrival), arrival);
                Likeness = ((CheckIn.CheckedIn)outcome).Likeness;
                break;
            case CheckIn.CounterClosed: SayClosed(); break;
            case CheckIn.AlreadyCheckedIn(var arrival):
                Say(Web.Marks.Tone.Warning, "受付済です", When(arrival), arrival);
                break;
            case CheckIn.Late(var arrival, var minutes):
                Say(Web.Marks.Tone.Warning, $"{MinuteWords.Of(minutes)}遅れています", "遅れて来庁: 待っている方のあとになります。受け付けるかどうか決めてください。まだ受付していません。", arrival);
                IsLate = true;
                break;
            case CheckIn.OtherDay(var arrival):
                Say(Web.Marks.Tone.Error, $"予約は{JapaneseDate.Brief(arrival.Day)}です", "今日の受付はできません。電話受付の画面で日時を変えるか、予約の日にお越しいただきます。", arrival);
                break;
            case CheckIn.OtherCounter(var arrival):
                Say(Web.Marks.Tone.Error, $"予約は{arrival.Counter}です", "この窓口では受付できません。予約した窓口をご案内するか、窓口を変えてください。", arrival);
                break;
            case CheckIn.NotBooked(var arrival, ReservationState.Completed):
                Say(Web.Marks.Tone.Warning, ReservationState.Completed.Name(), "この予約の用件はもう終わっています。受付していません。", arrival);
                break;
            case CheckIn.NotBooked(var arrival, var state):
                Say(Web.Marks.Tone.Error, state.Name(), "この予約では受付できません。来庁した方には、予約なし来庁として受け付けられます。", arrival);
                break;
            case CheckIn.CameInVain(var arrival):
                Say(Web.Marks.Tone.Error, "全国システム停止のため、お渡しできません", "おわびして、電話受付の画面で新しい日時を決めてください。来庁した方として数えました。", arrival);
                break;
            case CheckIn.Cancelled:
                Say(Web.Marks.Tone.Error, "取り消された予約です", "受付番号かカードの管理ラベルを読み取ると、予約なし来庁として受け付けられます。");
                break;
            case CheckIn.NoBooking(var cardId):
                Say(Web.Marks.Tone.Warning, "予約がありません", "予約なし来庁として受け付けるか決めてください。まだ受付していません。");
                WalkIn = cardId;
                break;
            case CheckIn.Unknown:
                Say(Web.Marks.Tone.Error, "見つかりません", "番号を確かめてください。上の検索でもカードを探せます。");
                break;
            default:
                throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }
    }

    private void Tell(Guid card, CheckInWalkIn.Outcome outcome)
    {
        switch (outcome)
        {
            case CheckInWalkIn.CheckedIn(var arrival):
                Say(Web.Marks.Tone.Success, "予約なし来庁として受付しました", $"{arrival.StartsAt:H:mm}の枠を取りました。本人が受け取る受付です。", arrival);
                Likeness = ((CheckInWalkIn.CheckedIn)outcome).Likeness;
                break;
            case CheckInWalkIn.CounterClosed: SayClosed(); break;
            case CheckInWalkIn.Full(var next):
                Say(Web.Marks.Tone.Error, "今日の枠は空いていません", "受付していません。次の空きをご案内してください。");
                (Next, WalkIn) = (new FreeSeats(next, clock.GetUtcNow()), card);
                break;
            case CheckInWalkIn.NotBookable(var why):
                Say(Web.Marks.Tone.Error, why.Name(), "受付していません。");
                WalkIn = card;
                break;
            case CheckInWalkIn.NotHere(var from):
                Say(Web.Marks.Tone.Error, $"カードが別の庁舎にあります。この窓口では{JapaneseDate.Brief(from)}から受け取れます", "受付していません。");
                break;
            case CheckInWalkIn.NotFound:
                Say(Web.Marks.Tone.Error, "見つかりません", "番号を確かめてください。上の検索でもカードを探せます。");
                break;
            default:
                throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }
    }

    private void SayClosed() => Say(Web.Marks.Tone.Error, "この窓口は今日締めました", "受付していません。受け付けるときは、「締め」の画面で締めを取り消してください。");

    private static string When(Arrival arrival) => $"{arrival.StartsAt:H:mm}の予約、{arrival.Persons.Count}人分です。";

    private void Say(Tone tone, string heading, string advice, Arrival? arrival = null) => (Tone, Heading, Advice, Arrival) = (tone, heading, advice, arrival);
}
