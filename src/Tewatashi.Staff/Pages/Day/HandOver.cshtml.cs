using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.HandOver;
using Tewatashi.HandOver.OldPapers;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Staff.Pages.Desk;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Text;
using Tewatashi.Time;
using Tewatashi.Web.Forms;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Day;

/// <summary>
/// 交付: the gate on one page. First the label; when it is right, the rest of the form appears below: two blind birthdays, the checklist of
/// the recipient, the 綴り番号.
/// </summary>
[Needs(Permission.HandOver)]
public sealed class HandOverModel(
    OpenGate open, CheckLabel check, HandOverCard handOver, RefuseHandOver refuse, CancelHandOver cancel, SeeNextTimes seeNext, BookForCaller book, ChangeVisit change) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid ReservationId { get; set; }

    /// <summary>What was just done: a code of this page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>当日控えからの入力: the form asks when it really was.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Later { get; set; }

    /// <summary>H:mm of the visit's day.</summary>
    [BindProperty]
    public string? HappenedAt { get; set; }

    /// <summary>The same for a 交付見送り.</summary>
    [BindProperty]
    public string? RefusedAt { get; set; }

    /// <summary>The next time chosen after a 交付見送り.</summary>
    [BindProperty]
    public string? NextAt { get; set; }

    [BindProperty]
    public string? Scan { get; set; }

    /// <summary>製造管理番号 of the label once it was right; empty before.</summary>
    [BindProperty]
    public string? Label { get; set; }

    [BindProperty]
    public RecipientKind? Recipient { get; set; }

    [BindProperty]
    public string? ProxyName { get; set; }

    /// <summary>MMDD from the card's face. Never written into the page again.</summary>
    [BindProperty]
    public string? OnCard { get; set; }

    /// <summary>MMDD from the identity paper. Never written into the page again.</summary>
    [BindProperty]
    public string? OnPaper { get; set; }

    // Named: without a name a form with nothing ticked would be read as ticks altogether.
    [BindProperty(Name = nameof(Ticks))]
    public Dictionary<string, bool> Ticks { get; set; } = [];

    [BindProperty(Name = nameof(Counts))]
    public Dictionary<string, string?> Counts { get; set; } = [];

    /// <summary>Old cards and papers, by kind and handling.</summary>
    [BindProperty(Name = nameof(Taken))]
    public Dictionary<string, string?> Taken { get; set; } = [];

    [BindProperty]
    public string? FileNumber { get; set; }

    [BindProperty]
    public NotHandedOverReason? Reason { get; set; }

    /// <summary>Of the second person, for a proxy, an exception or a 交付取消.</summary>
    [BindProperty]
    public string? SecondUserId { get; set; }

    /// <summary>Never written into the page again.</summary>
    [BindProperty]
    public string? SecondPassword { get; set; }

    [BindProperty]
    public string? CancelLabel { get; set; }

    [BindProperty]
    public HandOverCancelReason? CancelReason { get; set; }

    private static IEnumerable<(string Key, OldPaperKind Kind, OldPaperHandling Handling)> TakenKeys =>
        from kind in Enum.GetValues<OldPaperKind>()
        from handling in Enum.GetValues<OldPaperHandling>()
        select ($"{kind}-{handling}", kind, handling);

    /// <summary>What the last try found out of the ordinary.</summary>
    private HandOverExceptions found;

    /// <summary>What can be booked next; null unless the card just stayed.</summary>
    public SeeNextTimes.View? Next { get; private set; }

    public IEnumerable<Choice> NextChoices => Next!.Seats.Select(seat => new Choice( // shown only with it
        new SeatChoice(seat.CounterId, seat.Day, seat.StartsAt).Value, string.Create(CultureInfo.InvariantCulture, $"{JapaneseDate.Brief(seat.Day)} {seat.StartsAt:H:mm} {seat.Counter}")));

    public GateView View { get; private set; } = null!; // loaded before the page is shown
    public Tone? Tone { get; private set; }
    public string? Heading { get; private set; }
    public string Advice { get; private set; } = "トレイから出したカードの、ケースの管理ラベルを読み取ってください。";

    public bool IsLabelRight => SerialNumber.TryParse(Label, out _);
    public RecipientKind Kind => Recipient ?? View.RecipientKind;
    public IReadOnlyList<ChecklistQuestion> Questions => View.Checklist.For(Kind, View.AmendmentNeeded);
    public IEnumerable<Choice> Kinds => View.OpenKinds.Append(View.RecipientKind).Distinct().Order().Select(kind => new Choice(kind.ToString(), kind.Name()));
    public static IEnumerable<Choice> Reasons => Enum.GetValues<NotHandedOverReason>().Select(reason => new Choice(reason.ToString(), reason.Name()));

    public static IEnumerable<Choice> CancelReasons => Enum.GetValues<HandOverCancelReason>().Select(reason => new Choice(reason.ToString(), reason.Name()));

    /// <summary>What is out of the ordinary as far as it is known before anything is ticked, and what the last try found.</summary>
    private HandOverExceptions Exceptions => View.Exceptions.Of(Kind, withNotice: true) | found;

    public bool TakenIsWrong => ModelState.Any(row => row.Value?.Errors.Count > 0 && row.Key.StartsWith($"{nameof(Taken)}[", StringComparison.Ordinal));

    public bool AsksForSecond => Exceptions != HandOverExceptions.None || !string.IsNullOrWhiteSpace(SecondUserId);
    public string SecondWords => Exceptions.Words() is { Length: > 0 } words ? words : "二人目の職員";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostLabelAsync()
    {
        var code = ScanCode.Read(Scan);
        Label = null;
        if (code is not ScanCode.Card label)
        {
            var (heading, advice) = ScanWords.Of(code);
            Say(Web.Marks.Tone.Error, heading, advice);
        }
        else
        {
            switch (await check.RunAsync(new(ReservationId, ScanWords.Serial(label)), Caller, Cancelled))
            {
                case CheckLabel.Right:
                    Label = label.Serial;
                    Say(Web.Marks.Tone.Success, "正しいカードです", "下の確認へ進んでください。");
                    break;
                case CheckLabel.WrongCard: SayWrongCard(); break;
                case CheckLabel.Stopped(var stop): Say(Web.Marks.Tone.Error, stop.Name(), stop.Advice()); break;
                default: return NotFound();
            }
        }

        ModelState.Clear();
        return await ShowAsync();
    }

    /// <summary>Shows the checklist of another recipient; what was typed stays, but for the birthdays.</summary>
    public Task<IActionResult> OnPostRecipientAsync()
    {
        foreach (var key in ModelState.Keys.Where(key => key != nameof(Recipient)).ToList()) ModelState[key]!.Errors.Clear(); // listed just now
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } missing) return missing;
        var form = ReadForm();
        if (form is null) return Page();
        switch (await handOver.RunAsync(form, Caller, Cancelled))
        {
            case HandOverCard.HandedOver: return Redirect($"/hand-over/{ReservationId}?done=handed-over");
            case HandOverCard.NotFound: return NotFound();
            case HandOverCard.WrongCard:
                Label = null;
                ModelState.Remove(nameof(Label));
                SayWrongCard();
                break;
            case HandOverCard.WrongPerson:
                ModelState.AddModelError("", "誕生日が一致しません。カードの券面と本人確認書類をもう一度見て、両方とも入力し直してください。合わないときは交付できません。交付見送りにします。");
                break;
            case HandOverCard.Stopped(var stop):
                ModelState.AddModelError("", $"{stop.Name()}。{stop.Advice()}");
                break;
            case HandOverCard.Incomplete(var lines):
                foreach (var (code, message) in lines) ModelState.AddModelError(FieldOf(code), message);
                break;
            case HandOverCard.ProxyNameMissing:
                ModelState.AddModelError(nameof(ProxyName), "代理の方のお名前(カタカナ)を入力してください。");
                break;
            case HandOverCard.SecondNeeded(var exceptions):
                found = exceptions;
                ModelState.AddModelError(nameof(SecondUserId), $"二人目の職員の確認が必要です({exceptions.Words()})。別の職員が、カードと書類を見て入力してください。誕生日も入力し直します。{(exceptions.HasFlag(HandOverExceptions.WithoutNotice) ? "回答のある交付通知書を受け取っているときは、「4 確認」のその項目に付けます。" : "")}");
                break;
            case HandOverCard.NotThen(var why): ModelState.AddModelError(nameof(HappenedAt), why.Name()); break;
            case HandOverCard.SamePerson: SaySamePerson(); break;
            case HandOverCard.SecondRefused: SaySecondRefused(); break;
            case HandOverCard.RecipientKindClosed:
                ModelState.AddModelError(nameof(Recipient), "この受取人種別は受け付けていません。別の種別を選ぶか、交付見送りにします。");
                break;
            case var outcome: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }

        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostRefuseAsync()
    {
        if (Reason is not { } reason)
        {
            ModelState.Clear();
            ModelState.AddModelError(nameof(Reason), "見送りの理由を選んでください。");
            return await ShowAsync();
        }

        ModelState.Clear();
        if (await LoadAsync() is { } missing) return missing;
        if (!ReadHappened(RefusedAt, nameof(RefusedAt), out var happened)) return Page();
        switch (await refuse.RunAsync(new(ReservationId, reason) { HappenedAt = happened }, Caller, Cancelled))
        {
            case RefuseHandOver.Refused: return Redirect($"/hand-over/{ReservationId}?done=refused");
            case RefuseHandOver.NotThen(var why): ModelState.AddModelError(nameof(RefusedAt), why.Name()); break;
        }

        return await ShowAsync();
    }

    /// <summary>次の日時: booked before the person leaves.</summary>
    public async Task<IActionResult> OnPostNextAsync()
    {
        ModelState.Clear();
        if (!May(Permission.BookForCaller)) return Forbid();
        if (await seeNext.RunAsync(new(ReservationId), Caller, Cancelled) is not { } next) return NotFound();
        Done = "refused";
        if (SeatChoice.Read(NextAt) is not { } seat)
        {
            ModelState.AddModelError(nameof(NextAt), "次の日時を選んでください。");
            return await ShowAsync();
        }

        SeatRefusal? refusal = null;
        if (next.RebookVisitId is { } visit) refusal = await change.RunAsync(new(visit, seat.CounterId, seat.Day, seat.StartsAt), Caller, Cancelled) is ChangeVisit.Refused(var why) ? why : null;
        else refusal = await book.RunAsync(new([next.Person], seat.CounterId, seat.Day, seat.StartsAt, Proven: true), Caller, Cancelled) is BookForCaller.Refused(var why) ? why : null;
        if (refusal is null) return Redirect($"/hand-over/{ReservationId}/slip");
        ModelState.AddModelError(nameof(NextAt), refusal.Message());
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        ModelState.Clear();
        SerialNumber? label = null;
        if (ScanCode.Read(CancelLabel) is ScanCode.Card scanned) label = ScanWords.Serial(scanned);
        else ModelState.AddModelError(nameof(CancelLabel), "戻ったカードのケースの管理ラベルを読み取ってください。");
        if (CancelReason is null) ModelState.AddModelError(nameof(CancelReason), "取り消しの理由を選んでください。");
        var second = ReadSecond();
        if (second is null) ModelState.AddModelError(nameof(SecondUserId), "二人目の職員のユーザーIDとパスワードを入力してください。");
        if (label is null || CancelReason is not { } reason || second is null) return await ShowAsync();
        switch (await cancel.RunAsync(new(ReservationId, label, reason, second), Caller, Cancelled))
        {
            case CancelHandOver.Cancelled: return Redirect($"/hand-over/{ReservationId}?done=cancelled");
            case CancelHandOver.WrongCard: ModelState.AddModelError(nameof(CancelLabel), "交付したカードではありません。戻ったカードのケースの管理ラベルを読み取ってください。記録しました。"); break;
            case CancelHandOver.NotHandedOver: ModelState.AddModelError("", "交付済ではないので、取り消すものがありません。"); break;
            case CancelHandOver.OtherDay: ModelState.AddModelError("", "交付した日を過ぎています。取り消しは当日だけです。管理者に相談してください。"); break;
            case CancelHandOver.CounterClosed: ModelState.AddModelError("", "この窓口は今日締めました。「締め」の画面で締めを取り消してから、交付を取り消してください。"); break;
            case CancelHandOver.SamePerson: SaySamePerson(); break;
            case CancelHandOver.SecondRefused: SaySecondRefused(); break;
            case var outcome: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }

        return await ShowAsync();
    }

    /// <summary>The field of a question.</summary>
    public string FieldOf(string code) => Questions.First(question => question.Code == code).Answer == ChecklistAnswer.YesNo ? $"Ticks[{code}]" : $"Counts[{code}]";

    private HandOverCard.Request? ReadForm()
    {
        var kind = Kind;
        var label = SerialNumber.TryParse(Label, out var serial) ? serial : null;
        var onCard = ReadBirthday(OnCard, nameof(OnCard), "カードの券面の誕生日");
        var onPaper = ReadBirthday(OnPaper, nameof(OnPaper), "本人確認書類の誕生日");
        KanaName? proxy = null;
        if (kind.ComesAlone() && !string.IsNullOrWhiteSpace(ProxyName) && !KanaName.TryParse(ProxyName, out proxy, out var problem)) ModelState.AddModelError(nameof(ProxyName), problem);
        if (!HandOver.FileNumber.TryParse(FileNumber, out var file)) ModelState.AddModelError(nameof(FileNumber), "綴り番号は、英数字とハイフンで12文字までで入力してください。");
        var answers = new Dictionary<string, int>();
        foreach (var question in Questions)
        {
            if (question.Answer == ChecklistAnswer.YesNo)
                answers[question.Code] = Ticks.GetValueOrDefault(question.Code) ? 1 : 0;
            else if (Count(Counts.GetValueOrDefault(question.Code)) is { } count)
                answers[question.Code] = count;
            else
                ModelState.AddModelError(FieldOf(question.Code), $"「{question.Text}」は0から{ChecklistQuestion.MostCounted}の数字で入力してください。");
        }

        var taken = ReadTaken();
        var told = ReadHappened(HappenedAt, nameof(HappenedAt), out var happened);
        return !told || label is null || onCard is null || onPaper is null || file is null || !ModelState.IsValid
            ? null
            : new(ReservationId, label, new(onCard, onPaper), new(kind, kind.ComesAlone() ? proxy : null), answers, file, ReadSecond(), taken) { HappenedAt = happened };
    }

    private List<TakenBack> ReadTaken()
    {
        var taken = new List<TakenBack>();
        foreach (var (key, kind, handling) in TakenKeys)
        {
            if (Count(Taken.GetValueOrDefault(key)) is { } count and <= TakenBack.Most) taken.Add(new(kind, handling, count));
            else ModelState.AddModelError($"{nameof(Taken)}[{key}]", $"{kind.Name()}の枚数は0から{TakenBack.Most}の数字で入力してください。");
        }

        return taken;
    }

    private Birthday? ReadBirthday(string? typed, string field, string name)
    {
        if (Typed.Code(typed) is { Length: 4 } code && int.TryParse(code[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && int.TryParse(code[2..], NumberStyles.None, CultureInfo.InvariantCulture, out var day) && Birthday.TryFrom(0, month, day, out var birthday))
            return birthday;
        ModelState.AddModelError(field, $"{name}は、月日を4けたで入力してください。3月7日は0307、月や日が不明のときは00です。");
        return null;
    }

    /// <summary>False where the real time is asked and cannot be read.</summary>
    private bool ReadHappened(string? typed, string field, out DateTimeOffset? happened)
    {
        happened = null;
        if (!Later) return true;
        if (Typed.Time(typed) is { } time)
        {
            happened = JapanTime.InstantOf(View.Day, time);
            return true;
        }

        ModelState.AddModelError(field, "当日控えに書いた時刻を、10:05 のように入力してください。");
        return false;
    }

    private SecondSignature? ReadSecond() => string.IsNullOrWhiteSpace(SecondUserId) || string.IsNullOrEmpty(SecondPassword) ? null : new(SecondUserId, SecondPassword);

    private void SaySamePerson() => ModelState.AddModelError(nameof(SecondUserId), "サインインしている人と同じです。二人目は別の職員が入力してください。記録しました。");

    private void SaySecondRefused() =>
        ModelState.AddModelError(nameof(SecondUserId), "二人目を確認できません。ユーザーIDかパスワードが違うか、交付の権限がありません。続けて間違えると、しばらく使えなくなります。記録しました。");

    private static int? Count(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? 0 : int.TryParse(Typed.Code(typed), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private async Task<IActionResult> ShowAsync() => await LoadAsync() ?? Page();

    private async Task<IActionResult?> LoadAsync()
    {
        if (await open.RunAsync(new(ReservationId), Caller with { OperationId = null }, Cancelled) is not OpenGate.Opened(var view)) return NotFound();
        View = view;
        Recipient ??= view.RecipientKind;
        if (view.State == ReservationState.NotHandedOver && Done == "refused" && May(Permission.BookForCaller)) Next = await seeNext.RunAsync(new(ReservationId), Caller, Cancelled);
        foreach (var question in Questions)
        {
            Ticks.TryAdd(question.Code, false);
            Counts.TryAdd(question.Code, "0");
        }

        foreach (var (key, _, _) in TakenKeys) Taken.TryAdd(key, "0");
        return null;
    }

    private void SayWrongCard() => Say(Web.Marks.Tone.Error, "違うカードです", "この予約のカードではありません。渡さないでください。トレイから下4けたの合うカードを探してください。記録しました。");

    private void Say(Tone tone, string heading, string advice) => (Tone, Heading, Advice) = (tone, heading, advice);
}
