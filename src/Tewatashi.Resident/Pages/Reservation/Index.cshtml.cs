using Microsoft.AspNetCore.Mvc;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Statuses;
using Tewatashi.Reservations.Waiting;
using Tewatashi.Resident.Resources;
using Tewatashi.Resident.Views;

namespace Tewatashi.Resident.Pages.Reservation;

/// <summary>The booking: 予約番号 large, what to bring, and its change and cancellation. Also the last page of a booking.</summary>
public sealed class IndexModel(ViewBooking bookings, ViewWait waits, PublicOffice office, ReadStatusLabels labels, TimeProvider clock) : BookingPage(bookings)
{
    private string Done => Request.Query["done"].ToString();

    /// <summary>For an earlier seat; null where the card does not wait.</summary>
    public WaitView? Wait { get; private set; }

    /// <summary>カードの状況 in words; null for somebody who followed a mailed link, and right after a booking.</summary>
    public string? Status { get; private set; }

    public WayView? Way { get; private set; }
    public BringView? Bring { get; private set; }
    public bool JustChanged => Done == "changed";
    public bool JustAdded => Done == "added";
    public bool JustRemoved => Done == "removed";

    /// <summary>Fewer come than may come together.</summary>
    public bool CanAdd => Booked is { } booked && booked.Persons.Count < booked.MostPersons;
    public string Heading => Lost is not null ? ResidentTexts.LostTitle : Booked is null ? ResidentTexts.ReservationNone : Done == "booked" ? ResidentTexts.ReservationDoneTitle : ResidentTexts.ReservationTitle;
    public bool TooLate => Booked is { } booked && clock.GetUtcNow() >= booked.ChangeableUntil;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LookAsync() is { } elsewhere) return elsewhere;
        // The last page of a booking has just said so, and every journey to the database counts on a full morning.
        if (Done != "booked" && Booking.Status is { } status) Status = StatusWords.Of(status, await labels.RunAsync(Office.Key, Cancelled));
        if (Booking.Waits) Wait = await waits.RunAsync(new(Resident.CardId), Caller with { OperationId = null }, Cancelled);
        if (Booked is not { } booked) return Page();
        Way = new WayView(booked.Counter.Access, OfficeText.Of(TextKey.Access, (await office.TextAsync(Office.Key, TextKey.Access, Cancelled, HttpContext.SetupMark())).Body));
        Bring = await BringView.OfAsync(office, Office, booked.Persons, HttpContext.SetupMark(), Cancelled);
        return Page();
    }
}
