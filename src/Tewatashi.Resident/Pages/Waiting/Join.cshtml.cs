using Microsoft.AspNetCore.Mvc;
using Tewatashi.Counters;
using Tewatashi.Mail;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Waiting;
using Tewatashi.Resident.Resources;
using Tewatashi.Text;
using Tewatashi.Time;
using Tewatashi.Web.Forms;
using DateParts = Tewatashi.Web.Forms.DateParts;

namespace Tewatashi.Resident.Pages.Waiting;

/// <summary>空き待ちの登録: which days, where and when on the day; for a booking there is, the days before it.</summary>
public sealed class JoinModel(
    ViewBooking bookings, ViewSession session, ViewWait waits, ReadCounters readCounters, ReadBookingRules readRules, JoinWaitingList join, RegisterWaitingAddress register) : BookingPage(bookings)
{
    [BindProperty]
    public DateParts From { get; set; } = new();

    [BindProperty]
    public DateParts Until { get; set; } = new();

    [BindProperty]
    public PartOfDay Part { get; set; }

    [BindProperty]
    public List<string> Counters { get; set; } = [];

    [BindProperty]
    public string? Address { get; set; }

    public IReadOnlyList<Choice> CounterChoices { get; private set; } = [];

    public IReadOnlyList<Choice> Parts { get; } =
    [
        new(nameof(PartOfDay.Any), ResidentTexts.WaitingPartAny), new(nameof(PartOfDay.Morning), ResidentTexts.WaitingPartMorning),
        new(nameof(PartOfDay.Afternoon), ResidentTexts.WaitingPartAfternoon),
    ];

    public string MailSupport => Booked is { MailVerified: true, MaskedMail: { } masked } ? ResidentTexts.WaitingMailKnown.Fill(masked) : ResidentTexts.WaitingMailSupport;

    /// <param name="counter">The counter from whose days the resident came.</param>
    public async Task<IActionResult> OnGetAsync(Guid? counter)
    {
        if (await BeginAsync() is { } elsewhere) return elsewhere;
        var rules = await readRules.RunAsync(Office.Key, Cancelled);
        var earliest = rules.EarliestOn(Channel.Web);
        var latest = Booked is { } booked && booked.Visit.Day <= rules.LatestOn ? booked.Visit.Day.AddDays(-1) : rules.LatestOn;
        From = DateParts.Of(earliest);
        Until = DateParts.Of(latest < earliest ? earliest : latest); // no day before it: the form says so when it is sent
        Counters = counter is { } chosen ? [chosen.ToString()] : [.. CounterChoices.Select(choice => choice.Value)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await BeginAsync() is { } elsewhere) return elsewhere;
        if (!From.TryDate(out var from)) ModelState.AddModelError(nameof(From), ResidentTexts.WaitingDayWrong);
        if (!Until.TryDate(out var until)) ModelState.AddModelError(nameof(Until), ResidentTexts.WaitingDayWrong);
        else if (ModelState.IsValid && until < from) ModelState.AddModelError(nameof(Until), ResidentTexts.WaitingSpanTurned);
        var counters = Counters.Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).ToList();
        if (counters.Count == 0) ModelState.AddModelError(nameof(Counters), ResidentTexts.WaitingCountersMissing);
        EmailAddress? address = null;
        if (!RefuseIndividualNumber(nameof(Address), Address) && !string.IsNullOrWhiteSpace(Address) && !EmailAddress.TryParse(Address, out address))
            ModelState.AddModelError(nameof(Address), ResidentTexts.MailWrong);
        if (!ModelState.IsValid) return Page();

        switch (await join.RunAsync(new(Resident.SecretHash, new WaitingWish(from, until, Part, counters)), Caller, Cancelled))
        {
            case JoinWaitingList.Joined joined:
                // The form's id belongs to the wait; the address is taken once by itself: a second one only adds a try.
                if (address is not null) await register.RunAsync(new(joined.WaitingId, address), Caller with { OperationId = null }, Cancelled);
                return Redirect(To("waiting?done=joined"));
            case JoinWaitingList.Refused { Why: WaitingRefusal.AlreadyWaiting }:
                return Redirect(To("waiting"));
            case JoinWaitingList.Refused refused:
                Tell(refused.Why);
                return Page();
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void Tell(WaitingRefusal why)
    {
        var (field, message) = why switch
        {
            WaitingRefusal.SpanWrong span => (nameof(From), ResidentTexts.WaitingSpanWrong.Fill(OfficeWords.ShortDay(span.EarliestOn), OfficeWords.ShortDay(span.LatestOn))),
            WaitingRefusal.NothingEarlier => (nameof(From), ResidentTexts.WaitingNothingEarlier),
            WaitingRefusal.OtherKind => (nameof(From), ResidentTexts.WaitingOtherKind),
            WaitingRefusal.NoCounter => (nameof(Counters), ResidentTexts.WaitingCountersMissing),
            _ => (nameof(From), ResidentTexts.WaitingNotBookable),
        };
        ModelState.AddModelError(field, message);
    }

    private async Task<IActionResult?> BeginAsync()
    {
        if (await LookAsync() is { } elsewhere) return elsewhere;
        if (await waits.RunAsync(new(Resident.CardId), Caller with { OperationId = null }, Cancelled) is not null && Request.Method == HttpMethods.Get) return Redirect(To("waiting"));
        if (Booked is null)
        {
            if (await EnterAsync() is { } away) return away;
            if ((await session.RunAsync(Resident.SecretHash, Caller with { OperationId = null }, Cancelled)).Minutes is null) return Redirect(To("reserve/persons"));
        }
        else if (!Booked.CanChange)
        {
            return Redirect(To("reservation"));
        }

        CounterChoices = [.. (await readCounters.RunAsync(Office.Key, Cancelled)).Counters.Where(row => row.Active).Select(row => new Choice(row.Id.ToString(), row.Name))];
        return null;
    }
}
