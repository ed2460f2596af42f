using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Families;

namespace Tewatashi.Resident.Pages.Reservation;

/// <summary>The change to be checked: the old time stays until the new one is taken, in one stroke.</summary>
public sealed class ChangeModel(ViewBooking bookings, ViewSession session, ViewJoined joined, FindSeats seats, ChangeVisit change) : SeatPage(bookings, session, joined, seats)
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
    public string DaysUrl => To($"change/days/{Counter}");

    public async Task<IActionResult> OnGetAsync() => await BeginAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        Way = ChangeWay;
        if (await LookAsync() is { } elsewhere) return elsewhere;
        if (!TryRead()) return Redirect(To("change/place"));
        return await change.RunAsync(new ChangeVisit.Request(VisitId, Counter, Date, StartsAt), Caller, Cancelled) switch
        {
            ChangeVisit.Changed => Redirect(To("reservation?done=changed")),
            ChangeVisit.Refused { Why: SeatRefusal.Full } => Redirect(To($"change/times/{Counter}/{Day}?gone=true")),
            ChangeVisit.Refused { Why: SeatRefusal.NotBookable } => Redirect(To("reservation")),
            ChangeVisit.Refused => Redirect(To("change/place?gone=true")),
            ChangeVisit.TooLate or ChangeVisit.NotFound => Redirect(To("reservation")),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<IActionResult?> BeginAsync()
    {
        Way = ChangeWay;
        if (await EnterSeatsAsync() is { } elsewhere) return elsewhere;
        if (!TryRead() || await MapsAsync(Counter, Date) is not [var map]) return Redirect(To("change/place"));
        Map = map;
        return null;
    }

    private bool TryRead()
    {
        var read = DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            & TimeOnly.TryParseExact(Time, "HH\\:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        (Date, StartsAt) = (date, time);
        return read;
    }
}
