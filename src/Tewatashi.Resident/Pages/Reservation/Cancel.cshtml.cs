using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations;

namespace Tewatashi.Resident.Pages.Reservation;

/// <summary>Cancels the booking, asked once more. Sent twice it is cancelled once.</summary>
public sealed class CancelModel(ViewBooking bookings, CancelVisit cancel) : BookingPage(bookings)
{
    [BindProperty]
    public Guid VisitId { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await LookAsync() ?? (Standing is { CanChange: true } ? Page() : Redirect(To("reservation")));

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LookAsync() is { } elsewhere) return elsewhere;
        return await cancel.RunAsync(new CancelVisit.Request(VisitId), Caller, Cancelled) is CancelVisit.Cancelled
            ? Redirect(To("reservation/cancelled"))
            : Redirect(To("reservation"));
    }
}
