using System.Text;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations;
using Tewatashi.Resident.Resources;
using Tewatashi.Text;

namespace Tewatashi.Resident.Pages.Reservation;

/// <summary>The booking as a file for the resident's own calendar.</summary>
public sealed class CalendarModel(ViewBooking bookings, TimeProvider clock) : BookingPage(bookings)
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (await LookAsync() is { } elsewhere) return elsewhere;
        if (Booked is not { } booked) return Redirect(To("reservation"));
        var description = $"{ResidentTexts.CalendarNumber.Fill(booked.Visit.ReservationNumber.Display)}\n{booked.Counter.Access}".TrimEnd();
        var file = VisitCalendar.Of(booked, ResidentTexts.CalendarTitle, description, clock.GetUtcNow());
        return File(Encoding.UTF8.GetBytes(file), "text/calendar; charset=utf-8", "yoyaku.ics");
    }
}
