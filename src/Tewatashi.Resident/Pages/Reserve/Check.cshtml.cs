using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations;
using Tewatashi.Resident.Resources;
using Tewatashi.Text;

namespace Tewatashi.Resident.Pages.Reserve;

/// <summary>Step 5: the answers to be checked, and 「この内容で予約する」. Pressed twice, or in two tabs, it books once.</summary>
public sealed class CheckModel(ViewBooking bookings, BookVisit book, ExtendHold extend) : BookingPage(bookings)
{
    [BindProperty]
    public Guid VisitId { get; set; }

    public string Mail => Hold switch
    {
        { MaskedMail: { } masked, MailVerified: true } => ResidentTexts.CheckMailVerified.Fill(masked),
        { MaskedMail: { } masked } => ResidentTexts.CheckMailSent.Fill(masked),
        _ when Resident.ByLink => ResidentTexts.CheckMailByLink,
        _ => ResidentTexts.CheckMailNone,
    };

    public async Task<IActionResult> OnGetAsync() => await BeginAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        // Booking asks everything itself, as the page of the booking does that follows.
        var outcome = await book.RunAsync(new BookVisit.Request(VisitId), Caller, Cancelled);
        if (outcome is BookVisit.Booked) return Redirect(To("reservation?done=booked"));
        if (await LookAsync() is { } elsewhere) return elsewhere;
        return outcome switch
        {
            BookVisit.SeatGone gone => Redirect(gone.Visit is { } lost ? TimesOf(lost) : To("reserve/place?gone=true")),
            BookVisit.Refused { Why: SeatRefusal.NotBookable why } => Redirect(NotReady(why)),
            BookVisit.Refused => Redirect(To("reserve/place?gone=true")),
            BookVisit.NotFound => Redirect(To("reserve")),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public async Task<IActionResult> OnPostExtendAsync()
    {
        await ExtendAsync(extend, VisitId);
        return await BeginAsync() ?? Page();
    }

    private string TimesOf(Visit lost) => To($"reserve/times/{lost.CounterId}/{lost.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}?gone=true");

    private async Task<IActionResult?> BeginAsync() => await EnterAsync() ?? (Hold is null ? Redirect(To("reserve/place")) : null);
}
