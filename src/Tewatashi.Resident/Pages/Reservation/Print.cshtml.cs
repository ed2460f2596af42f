using Microsoft.AspNetCore.Mvc;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Resident.Views;

namespace Tewatashi.Resident.Pages.Reservation;

/// <summary>The booking on one sheet: what is needed on the day and nothing to press.</summary>
public sealed class PrintModel(ViewBooking bookings, PublicOffice office) : BookingPage(bookings)
{
    public WayView? Way { get; private set; }
    public BringView? Bring { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LookAsync() is { } elsewhere) return elsewhere;
        if (Booked is not { } booked) return Redirect(To("reservation"));
        Way = new WayView(booked.Counter.Access, OfficeText.Of(TextKey.Access, (await office.TextAsync(Office.Key, TextKey.Access, Cancelled, HttpContext.SetupMark())).Body));
        Bring = await BringView.OfAsync(office, Office, booked.Persons, HttpContext.SetupMark(), Cancelled);
        return Page();
    }
}
