using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Families;

namespace Tewatashi.Resident.Pages.Reservation;

/// <summary>The new time with one more person to be checked: everyone moves there in one stroke, or nobody does.</summary>
public sealed class AddCheckModel(ViewBooking bookings, ViewSession session, ViewJoined joined, FindSeats seats, AddToVisit add) : SeatPage(bookings, session, joined, seats)
{
    [BindProperty(SupportsGet = true)]
    public Guid Counter { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Day { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Time { get; set; }

    [BindProperty]
    public Guid VisitId { get; set; }

    public DateOnly Date { get; private set; }
    public TimeOnly StartsAt { get; private set; }
    public SeatMap Map { get; private set; } = null!; // set before the page is shown

    public async Task<IActionResult> OnGetAsync()
    {
        Way = AddWay;
        if (await EnterSeatsAsync() is { } elsewhere) return elsewhere;
        if (!TryRead() || await MapsAsync(Counter, Date) is not [var map]) return Redirect(To("add/place"));
        Map = map;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LookAsync() is { } elsewhere) return elsewhere;
        if (!TryRead()) return Redirect(To("add/place"));
        return await add.RunAsync(new AddToVisit.FromSession(VisitId, Resident.SecretHash, new VisitTime(Counter, Date, StartsAt)), Caller, Cancelled) switch
        {
            AddToVisit.Added => Redirect(To("reservation?done=added")),
            AddToVisit.Refused { Why: SeatRefusal.Full } => Redirect(To($"add/times/{Counter}/{Day}?gone=true")),
            AddToVisit.Refused { Why: SeatRefusal.NotBookable or SeatRefusal.WrongCount } => Redirect(To("reservation/add")),
            AddToVisit.Refused => Redirect(To("add/place?gone=true")),
            _ => Redirect(To("reservation")),
        };
    }

    private bool TryRead()
    {
        var read = DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            & TimeOnly.TryParseExact(Time, "HH\\:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        (Date, StartsAt) = (date, time);
        return read;
    }
}
