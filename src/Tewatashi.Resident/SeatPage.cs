using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations;

namespace Tewatashi.Resident;

/// <summary>A page on which place, day or time is chosen: for a new booking (<c>reserve</c>) or for one that is changed (<c>change</c>).</summary>
public abstract class SeatPage(ViewBooking bookings, ViewSession session, FindSeats seats) : BookingPage(bookings)
{
    protected const string ChangeWay = "change";

    [BindProperty(SupportsGet = true)]
    public string Way { get; set; } = "";

    public bool Changes => Way == ChangeWay;

    protected int Minutes { get; private set; }
    private IReadOnlyList<Guid> cardIds = [];

    protected string ToWay(string path) => To($"{Way}/{path}");

    /// <summary>Null, or where this resident belongs instead: who comes must have been answered, or a booking be there to change.</summary>
    protected async Task<IActionResult?> EnterSeatsAsync()
    {
        if (Changes)
        {
            if (await LookAsync() is { } away) return away;
            if (Booked is not { CanChange: true } booked) return Redirect(To("reservation"));
            Minutes = booked.Visit.Minutes;
            cardIds = [.. booked.Persons.Select(person => person.CardId)];
            return null;
        }

        if (await EnterAsync() is { } elsewhere) return elsewhere;
        var shown = await session.RunAsync(Resident.SecretHash, Caller with { OperationId = null }, Cancelled);
        if (shown.Minutes is not { } minutes) return Redirect(To("reserve/persons"));
        Minutes = minutes;
        cardIds = [.. shown.Persons.Select(person => person.CardId)];
        return null;
    }

    protected Task<IReadOnlyList<SeatMap>> MapsAsync(Guid? counter, DateOnly? day = null) =>
        seats.RunAsync(Office.Key, new FindSeats.Request(counter, day, day, Minutes, Channel.Web, cardIds), Cancelled);
}
