using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Families;
using Tewatashi.Resident.Views;

namespace Tewatashi.Resident.Pages.Reserve;

/// <summary>Step 2: the counter. Where there is only one, nobody is asked.</summary>
public sealed class PlaceModel(ViewBooking bookings, ViewSession session, ViewJoined joined, FindSeats seats) : SeatPage(bookings, session, joined, seats)
{
    public IReadOnlyList<SeatMap> Maps { get; private set; } = [];

    /// <summary>The held time did not fit any more after who comes had changed.</summary>
    public bool PersonsChanged => Request.Query.ContainsKey("changed");

    /// <summary>Somebody joins, and the booked time is not long enough for all.</summary>
    public bool NoRoom => Request.Query.ContainsKey("room");

    /// <summary>The held time ran out and someone else took it.</summary>
    public bool Gone => Request.Query.ContainsKey("gone");

    public async Task<IActionResult> OnGetAsync()
    {
        if (await EnterSeatsAsync() is { } elsewhere) return elsewhere;
        Maps = await MapsAsync(null);
        return Maps is [var only] ? Redirect(DaysOf(only)) : Page();
    }

    public string DaysOf(SeatMap map) => ToWay($"days/{map.Counter.Id}") + (PersonsChanged ? "?changed=true" : Gone ? "?gone=true" : NoRoom ? "?room=none" : "");

    public string EarliestOf(SeatMap map) => PlaceWords.EarliestOf(map);

    /// <summary>Why no day is earlier there: the same words as at the desk.</summary>
    public IEnumerable<string> ReasonsOf(SeatMap map) => map.EarliestOn > map.LatestOn ? [] : DayWords.From(map.Earliest);
}
