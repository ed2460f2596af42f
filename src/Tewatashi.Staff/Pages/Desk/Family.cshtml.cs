using Microsoft.AspNetCore.Mvc;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Families;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Desk;

/// <summary>Adds people to a caller's booked visit, each with the telephone proof, or takes some out; the others keep their time.</summary>
[Needs(Permission.BookForCaller)]
public sealed class FamilyModel(
    ViewBooking viewBooking, ViewCaller viewCaller, FindCaller findCaller, FindSeats findSeats, ReadBookingRules readRules, AddToVisit add, RemoveFromVisit remove) : StaffPage
{
    private const int DaysSearched = 14;

    [BindProperty(SupportsGet = true)]
    public Guid CardId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public Guid AddCardId { get; set; }

    [BindProperty]
    public DeskPerson Person { get; set; } = new();

    [BindProperty]
    public bool Proven { get; set; }

    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public Guid Leaving { get; set; }

    public VisitView Visit { get; private set; } = null!; // loaded before the page is drawn

    /// <summary>Who is to be added, with what they must say; null until found.</summary>
    public ViewCaller.Shown? Adding { get; private set; }

    /// <summary>Minutes of everyone, where they do not fit at the booked time; null otherwise.</summary>
    public int? NoRoomMinutes { get; private set; }

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];
    public IReadOnlyList<Choice> Seats { get; private set; } = [];

    public string NameOf(RecipientKind kind) => kind.Name();

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : Redirect($"/desk/{CardId}");

    public async Task<IActionResult> OnPostLookAsync()
    {
        var code = ScanCode.Read(Number);
        if (code is ScanCode.IndividualNumberDropped)
        {
            ModelState.Clear();
            Number = null;
            ModelState.AddModelError(nameof(Number), "個人番号は使いません。製造管理番号または受付番号を入力してください。");
        }
        else if (code is ScanCode.Unknown or ScanCode.Location) ModelState.AddModelError(nameof(Number), "番号として読めません。確かめて入力してください。");
        else if (await findCaller.RunAsync(new(code), Caller with { OperationId = null }, Cancelled) is { } found) AddCardId = found;
        else ModelState.AddModelError(nameof(Number), "この番号のカードは見つかりません。もう一度聞いて、入力し直してください。");
        return await LoadAsync() ? Page() : Redirect($"/desk/{CardId}");
    }

    public async Task<IActionResult> OnPostAddAsync()
    {
        if (!await LoadAsync()) return Redirect($"/desk/{CardId}");
        if (!Proven) ModelState.AddModelError(nameof(Proven), "利用目的を読み上げ、本人確認をしてから印を付けてください。");
        var person = Person.Read(AddCardId, out var problem);
        if (problem is { } wrong) ModelState.AddModelError($"{nameof(Person)}.{wrong.Field}", wrong.Message);
        if (person is null || !ModelState.IsValid) return Page();
        var at = SeatChoice.Read(At) is { } seat ? new VisitTime(seat.CounterId, seat.Day, seat.StartsAt) : null;
        switch (await add.RunAsync(new AddToVisit.ForCaller(Visit.Visit.Id, [person], Proven, at), Caller, Cancelled))
        {
            case AddToVisit.Added:
                return Redirect($"/desk/{CardId}/family?done=added");
            case AddToVisit.NoRoom none:
                await OfferAsync(none.Minutes);
                break;
            case AddToVisit.Refused { Why: SeatRefusal.NotBookable { Why: BookingRefusal.AlreadyBooked } } when Visit.Persons.Any(there => there.CardId == AddCardId):
                ModelState.AddModelError("", "この方は、もう加わっています。");
                break;
            case AddToVisit.Refused { Why: SeatRefusal.Full }:
                ModelState.AddModelError(nameof(At), new SeatRefusal.Full().Message());
                await OfferAsync(await MinutesAsync());
                break;
            case AddToVisit.Refused { Why: SeatRefusal.OutsidePeriod period }:
                ModelState.AddModelError("", period.Message());
                await OfferAsync(await MinutesAsync());
                break;
            case AddToVisit.Refused refused:
                ModelState.AddModelError("", refused.Why.Message());
                break;
            default:
                ModelState.AddModelError("", "この予約はもう変更できません。今の状態を確かめてください。");
                break;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (!await LoadAsync()) return Redirect($"/desk/{CardId}");
        var outcome = await remove.RunAsync(new(Visit.Visit.Id, Leaving), Caller, Cancelled);
        if (outcome is RemoveFromVisit.Cancelled) return Redirect("/desk?done=cancelled");
        if (outcome is RemoveFromVisit.Removed)
        {
            // The one who called may be the one who does not come any more: go on with somebody who does.
            var stays = Visit.Persons.Where(person => person.ReservationId != Leaving).OrderBy(person => person.CardId is null).First();
            var left = Visit.Persons.Any(person => person.ReservationId == Leaving && person.CardId == CardId);
            if (left && stays.CardId is null) return Redirect($"/desk/visits/{Visit.Visit.Id}?done=changed");
            return Redirect($"/desk/{(left ? stays.CardId : CardId)}/family?done=removed");
        }

        ModelState.AddModelError("", "この方を外せません。今の状態を確かめてください。");
        return Page();
    }

    private async Task<int> MinutesAsync()
    {
        var rules = await readRules.RunAsync(Municipality, Cancelled);
        var booking = await viewBooking.RunAsync(new(AddCardId), Caller with { OperationId = null }, Cancelled);
        return Visit.Visit.Minutes + rules.MinutesOf(Person.RecipientKind, booking?.AmendmentNeeded ?? false);
    }

    private async Task OfferAsync(int minutes)
    {
        NoRoomMinutes = minutes;
        var first = (await readRules.RunAsync(Municipality, Cancelled)).EarliestOn(Channel.Phone);
        var maps = await findSeats.RunAsync(
            Municipality, new(null, first, first.AddDays(DaysSearched), minutes, Channel.Phone, [.. Visit.Persons.Select(person => person.CardId).OfType<Guid>(), AddCardId]), Cancelled);
        Seats = SeatChoice.Next(maps, TimeOnly.MinValue);
    }

    private async Task<bool> LoadAsync()
    {
        var looking = Caller with { OperationId = null };
        var booking = await viewBooking.RunAsync(new(CardId), looking, Cancelled);
        if (booking?.Visit is not { Visit.Seat: SeatState.Taken } visit) return false;
        Visit = visit;
        if (AddCardId != Guid.Empty) Adding = await viewCaller.RunAsync(new(AddCardId), looking, Cancelled);
        Kinds = [.. (await readRules.RunAsync(Municipality, Cancelled)).OpenKinds.Select(kind => new Choice(kind.ToString(), kind.Name()))];
        return true;
    }
}
