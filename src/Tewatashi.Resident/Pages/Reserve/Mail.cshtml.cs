using Microsoft.AspNetCore.Mvc;
using Tewatashi.Mail;
using Tewatashi.Reservations;
using Tewatashi.Resident.Resources;
using Tewatashi.Text;

namespace Tewatashi.Resident.Pages.Reserve;

/// <summary>Step 4: メールアドレス, for those who want one. Only what is masked is ever shown again.</summary>
public sealed class MailModel(ViewBooking bookings, RegisterMailAddress register, ExtendHold extend) : BookingPage(bookings)
{
    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public Guid VisitId { get; set; }

    /// <summary>What was given before; null where nothing was.</summary>
    public string? Given =>
        Hold?.MaskedMail is { } masked ? (Hold.MailVerified ? ResidentTexts.MailGivenVerified : ResidentTexts.MailGiven).Fill(masked) : null;

    public async Task<IActionResult> OnGetAsync() => await BeginAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await BeginAsync() is { } elsewhere) return elsewhere;
        if (string.IsNullOrWhiteSpace(Address)) return Redirect(To("reserve/check"));
        if (RefuseIndividualNumber(nameof(Address), Address)) return Page();
        if (!EmailAddress.TryParse(Address, out var address))
        {
            ModelState.AddModelError(nameof(Address), ResidentTexts.MailWrong);
            return Page();
        }

        switch (await register.RunAsync(new RegisterMailAddress.Request(VisitId, address), Caller, Cancelled))
        {
            case RegisterMailAddress.Enough:
                ModelState.AddModelError(nameof(Address), ResidentTexts.MailEnough);
                return Page();
            case RegisterMailAddress.NotFound:
                return Redirect(To("reserve/place"));
            default:
                return Redirect(To("reserve/check"));
        }
    }

    public async Task<IActionResult> OnPostExtendAsync()
    {
        await ExtendAsync(extend, VisitId);
        return await BeginAsync() ?? Page();
    }

    private async Task<IActionResult?> BeginAsync() => await EnterAsync() ?? (Hold is null ? Redirect(To("reserve/place")) : Resident.ByLink ? Redirect(To("reserve/check")) : null);
}
