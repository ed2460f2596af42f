using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Staff.Live;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Web.Forms;
using DateParts = Tewatashi.Web.Forms.DateParts;

namespace Tewatashi.Staff.Pages.Desk;

/// <summary>The telephone desk with a caller on the line: proof, persons, the next times of every counter, booking, change and cancellation on one page.</summary>
[Needs(Permission.BookForCaller)]
public sealed class CallerModel(
    ViewCaller viewCaller, ViewBooking viewBooking, FindCaller findCaller, FindSeats findSeats, ReadBookingRules readRules, ReadBookingKinds readKinds, MunicipalityTexts texts,
    BookForCaller book, ChangeVisit change, CancelVisit cancel, SeeHeldSeats seeHeld, TimeProvider clock, IHostApplicationLifetime lifetime) : StaffPage
{
    private const int DaysSearched = 14;

    [BindProperty(SupportsGet = true)]
    public Guid CardId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public bool Proven { get; set; }

    [BindProperty]
    public List<DeskPerson> Persons { get; set; } = [new()];

    [BindProperty]
    public DateParts From { get; set; } = new();

    [BindProperty]
    public int NotBefore { get; set; }

    [BindProperty]
    public string? At { get; set; }

    // The cards of those who come along, once they were read.
    private readonly List<Guid> family = [];

    public CallerView View { get; private set; } = null!; // loaded before the page is drawn

    public bool HasFamily => Persons.Skip(1).Any(person => !person.IsEmpty);

    public IReadOnlyList<Choice> Hours { get; } =
        [new("0", "いつでも"), .. Enumerable.Range(9, 11).Select(hour => new Choice(hour.ToString(CultureInfo.InvariantCulture), $"{hour}時以降"))];

    public string NameOf(RecipientKind kind) => kind.Name();

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>What becomes of the times shown, while the page is open. Nobody's record is looked at.</summary>
    public IActionResult OnGetLive(int minutes, string? shown)
    {
        var seats = LiveSeats.Read(shown);
        if (seats.Count == 0 || minutes is < 1 or > 480) return NotFound();
        return new LiveAnswer(new LiveSeats(findSeats, seeHeld, Municipality, minutes, seats).ReadAsync, User, clock, lifetime.ApplicationStopping);
    }

    public async Task<IActionResult> OnPostSeatsAsync()
    {
        At = null;
        ModelState.Remove(nameof(At));
        await PersonsAsync();
        return await LoadAsync() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostBookAsync()
    {
        var persons = await PersonsAsync();
        if (Chosen() is { } seat && persons is not null && ModelState.IsValid)
        {
            var outcome = await book.RunAsync(new(persons, seat.CounterId, seat.Day, seat.StartsAt, Proven), Caller, Cancelled);
            if (outcome is BookForCaller.Booked) return Redirect($"/desk/{CardId}?done=booked");
            ModelState.AddModelError(nameof(At), outcome is BookForCaller.Refused refused ? refused.Why.Message() : "本人確認をしてから予約してください。");
        }

        return await LoadAsync() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostChangeAsync()
    {
        var shown = await viewBooking.RunAsync(new(CardId), Caller with { OperationId = null }, Cancelled);
        if (Chosen() is { } seat && shown?.Visit is { } visit && ModelState.IsValid)
        {
            var outcome = await change.RunAsync(new(visit.Visit.Id, seat.CounterId, seat.Day, seat.StartsAt), Caller, Cancelled);
            if (outcome is ChangeVisit.Changed) return Redirect($"/desk/{CardId}?done=changed");
            ModelState.AddModelError(nameof(At), outcome is ChangeVisit.Refused refused ? refused.Why.Message() : "この予約はもう変更できません。今の状態を確かめてください。");
        }

        return await LoadAsync() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        var shown = await viewBooking.RunAsync(new(CardId), Caller with { OperationId = null }, Cancelled);
        if (shown?.Visit is { } visit && await cancel.RunAsync(new(visit.Visit.Id), Caller, Cancelled) is CancelVisit.Cancelled) return Redirect("/desk?done=cancelled");
        ModelState.AddModelError("", "この予約はもう取り消せません。今の状態を確かめてください。");
        return await LoadAsync() ? Page() : NotFound();
    }

    private SeatChoice? Chosen()
    {
        if (!Proven) ModelState.AddModelError(nameof(Proven), "利用目的を読み上げ、本人確認をしてから印を付けてください。");
        var seat = SeatChoice.Read(At);
        if (seat is null) ModelState.AddModelError(nameof(At), "日時と窓口を選んでください。");
        return seat;
    }

    /// <summary>Everyone who comes; null where something typed is wrong, which then stands in the model state.</summary>
    private async Task<IReadOnlyList<VisitPerson>?> PersonsAsync()
    {
        var persons = new List<VisitPerson>();
        family.Clear();
        for (var i = 0; i < Persons.Count; i++)
        {
            var person = Persons[i];
            if (i > 0 && person.IsEmpty) continue;
            if (i > 0 && person.KindId is { } kindId && string.IsNullOrWhiteSpace(person.SerialNumber))
            {
                persons.Add(VisitPerson.ForKind(kindId));
                continue;
            }

            var cardId = i == 0 ? CardId : await CardOfAsync(person.SerialNumber);
            if (cardId is not { } id)
            {
                ModelState.AddModelError($"{nameof(Persons)}[{i}].{nameof(DeskPerson.SerialNumber)}", string.Create(CultureInfo.InvariantCulture, $"{i + 1}人目のカードは見つかりません。製造管理番号を確かめてください。"));
                continue;
            }

            if (i > 0) family.Add(id);
            if (person.Read(id, out var problem) is { } read) persons.Add(read);
            else if (problem is { } wrong) ModelState.AddModelError($"{nameof(Persons)}[{i}].{wrong.Field}", wrong.Message);
        }

        return ModelState.IsValid ? persons : null;
    }

    private async Task<Guid?> CardOfAsync(string? typed) =>
        ScanCode.Read(typed) is ScanCode.Card code ? await findCaller.RunAsync(new(code), Caller with { OperationId = null }, Cancelled) : null;

    private async Task<bool> LoadAsync()
    {
        var looking = Caller with { OperationId = null };
        if (await viewCaller.RunAsync(new(CardId), looking, Cancelled) is not { } shown) return false;
        var booking = await viewBooking.RunAsync(new(CardId), looking, Cancelled) ?? throw new InvalidOperationException("The card was there a moment ago.");
        var rules = await readRules.RunAsync(Municipality, Cancelled);
        while (Persons.Count < rules.Settings.PersonsPerVisit) Persons.Add(new DeskPerson());
        var canBook = booking.WhyNot is null;
        var errands = (await readKinds.RunAsync(Municipality, Cancelled)).FindAll(kind => kind is { IsOn: true, OnPhone: true });
        var showsSeats = canBook || booking.Visit is { CanChange: true };
        var minutes = showsSeats ? MinutesOf(booking, rules, errands) : 0;
        var maps = showsSeats ? await SeatsAsync(booking, rules, minutes) : [];
        var held = maps.Count == 0 ? [] : await seeHeld.RunAsync(Municipality, maps.SelectMany(map => map.Days).Min(day => day.Day), maps.SelectMany(map => map.Days).Max(day => day.Day), Cancelled);
        var seats = SeatChoice.Next(maps, TimeOnly.MinValue.AddHours(Math.Clamp(NotBefore, 0, 23)), held);
        var purpose = (await texts.CurrentAsync(Municipality, Cancelled)).GetValueOrDefault(TextKey.PurposeOfUse)?.Body ?? "";
        View = new CallerView(
            shown, purpose, booking.Visit is null ? booking.WhyNot : null, booking.Visit, canBook,
            [.. rules.OpenKinds.Select(kind => new Choice(kind.ToString(), kind.Name()))],
            [.. errands.Where(kind => !kind.NeedsCard).Select(kind => new Choice(kind.Id.ToString(), kind.Name))],
            seats,
            seats.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"/desk/{CardId}?handler=Live&minutes={minutes}&shown={LiveSeats.Write(seats.Select(seat => SeatChoice.Read(seat.Value)).OfType<SeatChoice>())}"),
            [.. maps.Select(map => $"{map.Counter.Name}: {(map.EarliestOn > map.LatestOn ? "予約できる日がありません。" : map.Earliest.Sentence)}{map.Latest.Sentence}")]);
        return true;
    }

    private int MinutesOf(ViewBooking.Shown booking, BookingRules rules, List<BookingKind> errands) => booking.WhyNot is null
        ? rules.MinutesOf(Persons[0].RecipientKind, booking.AmendmentNeeded) + Persons.Skip(1).Where(person => !person.IsEmpty).Sum(person => errands.Find(kind => kind.Id == person.KindId)?.Minutes ?? rules.MinutesOf(person.RecipientKind, false))
        : booking.Visit!.Visit.Minutes; // times are shown for a booking or for a change

    private Task<IReadOnlyList<SeatMap>> SeatsAsync(ViewBooking.Shown booking, BookingRules rules, int minutes)
    {
        DateOnly? from = From.TryDate(out var typed) ? typed : null;
        var first = from ?? rules.EarliestOn(Channel.Phone);
        return findSeats.RunAsync(Municipality, new(null, first, first.AddDays(DaysSearched), minutes, Channel.Phone, booking.WhyNot is null ? [CardId, .. family] : [.. booking.Visit!.Persons.Select(person => person.CardId).OfType<Guid>()],
            KindIds: booking.WhyNot is null ? [.. Persons.Select(person => person.KindId).OfType<Guid>()] : [.. booking.Visit!.Persons.Select(person => person.Kind?.Id).OfType<Guid>()]), Cancelled);
    }
}
