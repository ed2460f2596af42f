using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Statuses;
using Tewatashi.Resident.Resources;
using Tewatashi.Resident.Views;

namespace Tewatashi.Resident.Pages;

/// <summary>Why this card cannot be booked here now, and the way on. Every suspension reads alike: 要窓口確認 hides among them.</summary>
public sealed class UnavailableModel(ViewBooking bookings, ReadStatusLabels labels) : BookingPage(bookings)
{
    public string Reason { get; private set; } = "";

    /// <summary>カードの状況 in words; null for somebody who followed a mailed link.</summary>
    public string? Status { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var elsewhere = await LookAsync();
        if (elsewhere is not null && (Booking is null || !IsShut(Booking))) return elsewhere;
        if (!IsShut(Booking) && Standing is not null) return Redirect(To("reservation"));
        if (Booking.WhyNot is not { } why || Hold is not null) return Redirect(To("reserve"));
        Reason = why switch
        {
            BookingRefusal.HandedOver => ResidentTexts.UnavailableHandedOver,
            BookingRefusal.SentByPost => ResidentTexts.UnavailableSentByPost,
            BookingRefusal.NotPrepared or BookingRefusal.NotNotified => ResidentTexts.UnavailableNotReady,
            // Without its visit: another person of that visit is 要窓口確認, and then this card reads as suspended too.
            BookingRefusal.AlreadyBooked => Booking.Visit is null ? ResidentTexts.UnavailableSuspended : ResidentTexts.UnavailableBusy,
            BookingRefusal.DeadlinePassed => ResidentTexts.UnavailableDeadline,
            BookingRefusal.Suspended => ResidentTexts.UnavailableSuspended,
            BookingRefusal.Missing => ResidentTexts.UnavailableMissing,
            BookingRefusal.Unknown or BookingRefusal.RecipientKindClosed or BookingRefusal.ProxyNameMissing
                or BookingRefusal.KindClosed or BookingRefusal.KindNotHere =>
                ResidentTexts.UnavailableAsk,
        };
        if (Booking.Status is { } status) Status = StatusWords.Of(status, await labels.RunAsync(Office.Key, Cancelled));
        return Page();
    }
}
