using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Families;

namespace Tewatashi.Resident.Pages.Reservation;

/// <summary>Takes one person out of the booked visit, asked once more; the others keep their time. Sent twice it is done once.</summary>
public sealed class RemoveModel(ViewBooking bookings, RemoveFromVisit remove) : BookingPage(bookings)
{
    [BindProperty]
    public Guid VisitId { get; set; }

    /// <summary>Whose place is given up; null where they are out already.</summary>
    public VisitPersonView? Leaving { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid person)
    {
        if (await LookAsync() is { } elsewhere) return elsewhere;
        Leaving = Booked?.Persons.FirstOrDefault(row => row.ReservationId == person);
        if (Booked is not { CanChange: true } booked || Leaving is null || !IsMine(Leaving)) return Redirect(To("reservation"));
        return booked.Persons.Count == 1 ? Redirect(To("reservation/cancel")) : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid person)
    {
        if (await LookAsync() is { } elsewhere) return elsewhere;
        return await remove.RunAsync(new RemoveFromVisit.Request(VisitId, person), Caller, Cancelled) switch
        {
            RemoveFromVisit.Removed => Redirect(To("reservation?done=removed")),
            RemoveFromVisit.Cancelled => Redirect(To("reservation/cancelled")),
            _ => Redirect(To("reservation")),
        };
    }
}
