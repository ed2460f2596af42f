using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Waiting;
using Tewatashi.Staff.SignIn;
using Tewatashi.Time;
using Tewatashi.Web.Forms;
using DateParts = Tewatashi.Web.Forms.DateParts;

namespace Tewatashi.Staff.Pages.Waiting;

/// <summary>空き待ちの登録 for a caller on the line, who has proven that the card is theirs.</summary>
[Needs(Permission.BookForCaller)]
public sealed class NewModel(
    ViewCaller viewCaller, ViewBooking viewBooking, ReadCounters readCounters, ReadBookingRules readRules, MunicipalityTexts texts, JoinWaitingListForCaller join) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid CardId { get; set; }

    [BindProperty]
    public bool Proven { get; set; }

    [BindProperty]
    public RecipientKind Kind { get; set; } = RecipientKind.Applicant;

    [BindProperty]
    public string? ProxyName { get; set; }

    [BindProperty]
    public DateParts From { get; set; } = new();

    [BindProperty]
    public DateParts Until { get; set; } = new();

    [BindProperty]
    public PartOfDay Part { get; set; }

    [BindProperty]
    public List<string> Counters { get; set; } = [];

    public ViewCaller.Shown OnLine { get; private set; } = null!; // set before the page is shown

    /// <summary>The booking that would be given up; null where there is none.</summary>
    public VisitView? Booked { get; private set; }

    public string Purpose { get; private set; } = "";

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public IReadOnlyList<Choice> CounterChoices { get; private set; } = [];

    public IReadOnlyList<Choice> Parts { get; } = [.. Enum.GetValues<PartOfDay>().Select(part => new Choice(part.ToString(), part.Name()))];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync()) return NotFound();
        var rules = await readRules.RunAsync(Municipality, Cancelled);
        From = DateParts.Of(rules.EarliestOn(Channel.Phone));
        Until = DateParts.Of(Booked is { } booked && booked.Visit.Day <= rules.LatestOn ? booked.Visit.Day.AddDays(-1) : rules.LatestOn);
        Counters = [.. CounterChoices.Select(choice => choice.Value)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync()) return NotFound();
        if (!From.TryDate(out var from)) ModelState.AddModelError(nameof(From), "日付を入力してください。");
        if (!Until.TryDate(out var until)) ModelState.AddModelError(nameof(Until), "日付を入力してください。");
        KanaName? proxy = null;
        if (!string.IsNullOrWhiteSpace(ProxyName) && !KanaName.TryParse(ProxyName, out proxy)) ModelState.AddModelError(nameof(ProxyName), "カタカナで入力してください。");
        var counters = Counters.Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).ToList();
        if (!ModelState.IsValid) return Page();
        switch (await join.RunAsync(new([new VisitPerson(CardId, Kind, proxy)], new WaitingWish(from, until, Part, counters), Proven), Caller, Cancelled))
        {
            case JoinWaitingListForCaller.Joined:
                return Redirect("/waiting?done=joined");
            case JoinWaitingListForCaller.NotProven:
                ModelState.AddModelError(nameof(Proven), "本人確認をしてから登録してください。");
                break;
            case JoinWaitingListForCaller.Refused refused:
                var (field, message) = Words(refused.Why);
                ModelState.AddModelError(field, message);
                break;
        }

        return Page();
    }

    private static (string Field, string Message) Words(WaitingRefusal why) => why switch
    {
        WaitingRefusal.AlreadyWaiting => (nameof(From), "このカードは、すでに空きを待っています。空き待ちの一覧でご確認ください。"),
        WaitingRefusal.OtherKind => (nameof(From), "受取のほかの用件がある予約は、空きを待てません。空いている時間から予約するか、その用件を外してから登録してください。"),
        WaitingRefusal.NoCounter => (nameof(Counters), "交付窓口を1つ以上選んでください。"),
        WaitingRefusal.SpanWrong span => (nameof(From), $"空きを待てるのは{JapaneseDate.Brief(span.EarliestOn)}から{JapaneseDate.Brief(span.LatestOn)}までです。"),
        WaitingRefusal.NothingEarlier => (nameof(From), "今の予約より早い日は、もう選べません。"),
        WaitingRefusal.NotBookable refused => (nameof(From), refused.Why.Name() + "。"),
        WaitingRefusal.Unanswered => (nameof(Kind), "どなたが受け取りに来るかを選んでください。"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task<bool> LoadAsync()
    {
        var caller = Caller with { OperationId = null };
        if (await viewCaller.RunAsync(new(CardId), caller, Cancelled) is not { } shown) return false;
        OnLine = shown;
        var booking = await viewBooking.RunAsync(new(CardId), caller, Cancelled);
        Booked = booking?.Visit is { Visit.Seat: SeatState.Taken } visit ? visit : null;
        Purpose = (await texts.CurrentAsync(Municipality, Cancelled))[TextKey.PurposeOfUse].Body;
        Kinds = [.. (await readRules.RunAsync(Municipality, Cancelled)).OpenKinds.Select(kind => new Choice(kind.ToString(), kind.Name()))];
        CounterChoices = [.. (await readCounters.RunAsync(Municipality, Cancelled)).Counters.Where(row => row.Active).Select(row => new Choice(row.Id.ToString(), row.Name))];
        return true;
    }
}
