using System.Text;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Papers;
using Tewatashi.Reservations;
using Tewatashi.Storage;

namespace Tewatashi.Resident.Pages.Reservation;

/// <summary>The code that 来庁受付 scans, as a picture: drawn to be shown or printed (svg), or kept among a telephone's pictures (png). Holds the 予約番号 alone.</summary>
public sealed class CodeModel(ViewBooking bookings) : BookingPage(bookings)
{
    [BindProperty(SupportsGet = true)]
    public string Form { get; set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LookAsync() is { } elsewhere) return elsewhere;
        if (Booked is not { } booked) return Redirect(To("reservation"));
        var number = booked.Visit.ReservationNumber;
        var code = ScanCode.OfReservation(number.Value);
        return Form == "png"
            ? File(CodePicture.Png(code, number.Display), "image/png", "yoyaku.png")
            : File(Encoding.UTF8.GetBytes(CodePicture.Svg(code, number.Display)), "image/svg+xml");
    }
}
