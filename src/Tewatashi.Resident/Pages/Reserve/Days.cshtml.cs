using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Families;
using Tewatashi.Resident.Views;

namespace Tewatashi.Resident.Pages.Reserve;

/// <summary>Step 3: the day, from those with a time that is long enough; with the earliest day and why none is earlier.</summary>
public sealed class DaysModel(ViewBooking bookings, ViewSession session, ViewJoined joined, FindSeats seats) : SeatPage(bookings, session, joined, seats)
{
    public DaysView View { get; private set; } = null!; // set before the page is shown
    public string? OtherPlaceUrl { get; private set; }
    public bool PersonsChanged => Request.Query.ContainsKey("changed");

    /// <summary>Somebody joins, and the booked time is not long enough for all.</summary>
    public bool NoRoom => Request.Query.ContainsKey("room");

    /// <summary>The held time ran out and someone else took it.</summary>
    public bool Gone => Request.Query.ContainsKey("gone");
    public bool DayFull => Request.Query.ContainsKey("full");

    /// <summary>Where to wait for a seat at this counter.</summary>
    public string WaitUrl { get; private set; } = "";

    /// <summary>Some day that could be booked is full.</summary>
    public bool SomeFull => View.Map.Days.Any(day => day.State == SeatDayState.Full);

    public async Task<IActionResult> OnGetAsync(Guid counter, string? month, string? view)
    {
        if (await EnterSeatsAsync() is { } elsewhere) return elsewhere;
        if (await MapsAsync(counter) is not [var map]) return Redirect(ToWay("place"));
        View = DaysView.Of(
            map,
            DaysView.Wish.Read(month, view),
            day => ToWay($"times/{counter}/{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"),
            ToWay($"days/{counter}"));
        OtherPlaceUrl = ToWay("place");
        WaitUrl = To($"waiting/join?counter={counter}");
        return Page();
    }
}
