using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Families;

namespace Tewatashi.Resident;

/// <summary>
/// A page on which place, day or time is chosen: for a new booking (<c>reserve</c>), for one that is changed (<c>change</c>), or for
/// one that somebody joins and that no longer fits where it is (<c>add</c>).
/// </summary>
public abstract class SeatPage(ViewBooking bookings, ViewSession session, ViewJoined joined, FindSeats seats) : BookingPage(bookings)
{
    protected const string ChangeWay = "change";
    protected const string AddWay = "add";

    [BindProperty(SupportsGet = true)]
    public string Way { get; set; } = "";

    /// <summary>A booking is there already and gets another time.</summary>
    public bool Changes => Way is ChangeWay or AddWay;

    /// <summary>Those who join; null on the other ways.</summary>
    public ViewJoined.Shown? Joined { get; private set; }

    protected int Minutes { get; private set; }
    private IReadOnlyList<Guid> cardIds = [];
    private bool priority;
    private IReadOnlyList<Guid> kindIds = [];

    protected string ToWay(string path) => To($"{Way}/{path}");

    /// <summary>Null, or where this resident belongs instead: who comes must have been answered, or a booking be there to change.</summary>
    protected async Task<IActionResult?> EnterSeatsAsync()
    {
        if (Changes)
        {
            if (await LookAsync() is { } away) return away;
            if (Standing is not { CanChange: true } booked) return Redirect(To("reservation"));
            Minutes = booked.Visit.Minutes;
            priority = booked.HasPriority;
            cardIds = [.. booked.Persons.Where(person => !person.NotReady).Select(person => person.CardId).OfType<Guid>()];
            kindIds = [.. booked.Persons.Select(person => person.Kind?.Id).OfType<Guid>()];
            if (Way != AddWay) return null;
            Joined = await joined.RunAsync(Resident.SecretHash, booked.Visit.Id, Caller with { OperationId = null }, Cancelled);
            if (Joined is null) return Redirect(To("reservation/add"));
            (Minutes, cardIds) = (Joined.Minutes, Joined.CardIds);
            return null;
        }

        if (await EnterAsync() is { } elsewhere) return elsewhere;
        var shown = await session.RunAsync(Resident.SecretHash, Caller with { OperationId = null }, Cancelled);
        if (shown.Minutes is not { } minutes) return Redirect(To("reserve/persons"));
        Minutes = minutes;
        cardIds = [.. shown.Persons.Select(person => person.CardId).OfType<Guid>()];
        kindIds = [.. shown.Persons.Select(person => person.Kind?.Id).OfType<Guid>()];
        return null;
    }

    protected Task<IReadOnlyList<SeatMap>> MapsAsync(Guid? counter, DateOnly? day = null) =>
        seats.RunAsync(Office.Key, new FindSeats.Request(counter, day, day, Minutes, Channel.Web, cardIds, priority, kindIds), Cancelled);
}
