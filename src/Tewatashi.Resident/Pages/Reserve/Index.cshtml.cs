using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations;

namespace Tewatashi.Resident.Pages.Reserve;

/// <summary>「予約する」 after the sign-in: to the first step, to the step where a time is held already, or to the booking that is there.</summary>
public sealed class IndexModel(ViewBooking bookings) : BookingPage(bookings)
{
    public async Task<IActionResult> OnGetAsync() => await EnterAsync() ?? Redirect(To(Hold is null ? "reserve/persons" : "reserve/check"));
}
