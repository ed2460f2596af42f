using Microsoft.AspNetCore.Mvc;
using Tewatashi.Mail;
using Tewatashi.Municipalities;
using Tewatashi.Reservations.Kinds;
using Tewatashi.Resident.Resources;
using Tewatashi.Resident.Views;

namespace Tewatashi.Resident.Pages;

/// <summary>
/// Kinds of booking that need no card: 利用目的 is shown, then a link is mailed to the address, which must be followed before anything else is
/// asked.
/// </summary>
public sealed class ErrandsModel(ReadBookingKinds read, MailSignInLink mail, PublicOffice office) : ResidentPage
{
    [BindProperty]
    public string? Address { get; set; }

    public OfficeText Purpose { get; private set; } = OfficeText.None;
    public IReadOnlyList<BookingKind> Kinds { get; private set; } = [];

    /// <summary>Where a link was mailed to, masked; null where none was.</summary>
    public string? MailedTo { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public async Task OnPostAsync()
    {
        await LoadAsync();
        if (RefuseIndividualNumber(nameof(Address), Address)) return;
        if (!EmailAddress.TryParse(Address, out var address))
        {
            ModelState.AddModelError(nameof(Address), ResidentTexts.MailWrong);
            return;
        }

        MailedTo = (await mail.RunAsync(new MailSignInLink.Request(address), Caller, Cancelled)).Masked;
        ModelState.Clear();
        Address = null;
    }

    private async Task LoadAsync()
    {
        Kinds = (await read.RunAsync(Office.Key, Cancelled)).FindAll(kind => kind is { IsOn: true, OnWeb: true, NeedsCard: false });
        Purpose = OfficeText.Of(TextKey.PurposeOfUse, (await office.TextAsync(Office.Key, TextKey.PurposeOfUse, Cancelled)).Body);
    }
}
