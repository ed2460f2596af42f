using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations;

namespace Tewatashi.Resident.Pages.Reservation;

/// <summary>After a cancellation: says so, and how to book anew.</summary>
public sealed class CancelledModel(ViewBooking bookings) : BookingPage(bookings)
{
    public async Task<IActionResult> OnGetAsync() => await LookAsync() ?? (Standing is null ? Page() : Redirect(To("reservation")));
}
