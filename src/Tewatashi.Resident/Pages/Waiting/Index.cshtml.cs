using Microsoft.AspNetCore.Mvc;
using Tewatashi.Mail;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Waiting;
using Tewatashi.Resident.Resources;
using Tewatashi.Text;

namespace Tewatashi.Resident.Pages.Waiting;

/// <summary>空き待ち: the wish, what is offered now with its two answers, the address to which offers go, and the way out.</summary>
public sealed class IndexModel(
    ViewBooking bookings, ViewWait waits, AcceptOffer accept, DeclineOffer decline, LeaveWaitingList leave, RegisterWaitingAddress register) : BookingPage(bookings)
{
    [BindProperty]
    public Guid WaitingId { get; set; }

    [BindProperty]
    public Guid OfferId { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    /// <summary>Null where the card does not wait.</summary>
    public WaitView? Wait { get; private set; }

    public string Heading => Wait is null ? ResidentTexts.WaitingNone : Wait.Offer is null ? ResidentTexts.WaitingTitle : ResidentTexts.WaitingOfferTitle;

    private string Done => Request.Query["done"].ToString();

    public bool DoneWell => Done is not ("gone" or "refused" or "mail-enough");

    public string? DoneWords => Done switch
    {
        "joined" => ResidentTexts.WaitingJoined,
        "declined" => ResidentTexts.WaitingDeclined,
        "left" => ResidentTexts.WaitingLeft,
        "gone" => ResidentTexts.WaitingGone,
        "refused" => ResidentTexts.WaitingRefused,
        "mail" => ResidentTexts.WaitingMailed,
        "mail-enough" => ResidentTexts.MailEnough,
        _ => null,
    };

    public string PartWords => Wait?.Entry.PartOfDay switch
    {
        PartOfDay.Morning => ResidentTexts.WaitingPartMorning,
        PartOfDay.Afternoon => ResidentTexts.WaitingPartAfternoon,
        _ => ResidentTexts.WaitingPartAny,
    };

    public string HowWords => Wait switch
    {
        { MaskedMail: { } masked } => ResidentTexts.WaitingHowMail.Fill(masked),
        { MailUnverified: true } => ResidentTexts.WaitingHowUnverified,
        _ => ResidentTexts.WaitingHowCall,
    };

    public async Task<IActionResult> OnGetAsync() => await BeginAsync() ?? Page();

    public async Task<IActionResult> OnPostAcceptAsync()
    {
        if (await LookAsync() is { } elsewhere) return elsewhere;
        var changes = Booked is not null;
        return Redirect(To(await accept.RunAsync(new(WaitingId, OfferId), Caller, Cancelled) switch
        {
            AcceptOffer.Accepted => changes ? "reservation?done=changed" : "reservation?done=booked",
            AcceptOffer.Refused => "waiting?done=refused",
            _ => "waiting?done=gone",
        }));
    }

    public async Task<IActionResult> OnPostDeclineAsync()
    {
        if (await LookAsync() is { } elsewhere) return elsewhere;
        return Redirect(To(await decline.RunAsync(new(WaitingId, OfferId), Caller, Cancelled) is DeclineOffer.Declined ? "waiting?done=declined" : "waiting?done=gone"));
    }

    public async Task<IActionResult> OnPostLeaveAsync()
    {
        if (await LookAsync() is { } elsewhere) return elsewhere;
        await leave.RunAsync(new(WaitingId), Caller, Cancelled);
        return Redirect(To("waiting?done=left"));
    }

    public async Task<IActionResult> OnPostMailAsync()
    {
        if (await BeginAsync() is { } elsewhere) return elsewhere;
        if (RefuseIndividualNumber(nameof(Address), Address)) return Page();
        if (!EmailAddress.TryParse(Address, out var address))
        {
            ModelState.AddModelError(nameof(Address), ResidentTexts.MailWrong);
            return Page();
        }

        return Redirect(To(await register.RunAsync(new(WaitingId, address), Caller, Cancelled) switch
        {
            RegisterMailAddress.LinkMailed => "waiting?done=mail",
            RegisterMailAddress.Enough => "waiting?done=mail-enough",
            _ => "waiting",
        }));
    }

    private async Task<IActionResult?> BeginAsync()
    {
        if (await LookAsync() is { } elsewhere) return elsewhere;
        Wait = await waits.RunAsync(new(Resident.CardId), Caller with { OperationId = null }, Cancelled);
        return null;
    }
}
