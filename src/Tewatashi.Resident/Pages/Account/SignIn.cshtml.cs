using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Resident.Resources;
using Tewatashi.Resident.Views;
using Tewatashi.Web.SignIn;

namespace Tewatashi.Resident.Pages.Account;

/// <summary>
/// Where a resident signs in with 受付番号 (or 製造管理番号) and 受付パスワード. An unknown number, a wrong password, a withdrawn notice and
/// another municipality's notice get the same page.
/// </summary>
public sealed class SignInModel(SignInResident signIn, PublicOffice office) : ResidentPage
{
    private const string ToReservation = "reservation";
    private const string ToWaiting = "waiting";

    [BindProperty]
    public string? Number { get; set; }

    /// <summary>Never sent back.</summary>
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public int PurposeRevision { get; set; }

    /// <summary>What the resident came for: the booking, or to book.</summary>
    [BindProperty(SupportsGet = true, Name = "to")]
    public string? Aim { get; set; }

    public OfficeText Purpose { get; private set; } = OfficeText.None;
    public bool Ended => Request.Query.ContainsKey("ended");
    public bool Left => Request.Query.ContainsKey("left");

    /// <param name="n">受付番号 from the notice's QR.</param>
    public async Task OnGetAsync(string? n)
    {
        Number = ReceptionNumber.TryParse(n, out var number) ? number.Display : null;
        await ShowPurposeAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Check();
        if (ModelState.IsValid)
        {
            // Well-formed, see above.
            var request = SignInResident.Read(Number, Password, PurposeRevision)!;
            if (await signIn.RunAsync(request, Caller, Cancelled) is SignInResident.SignedIn signedIn)
            {
                SessionCookie.Resident.Write(HttpContext, signedIn.Secret);
                return Redirect(To(Aim is ToReservation or ToWaiting ? Aim : "reserve"));
            }

            ModelState.AddModelError(nameof(Number), ResidentTexts.SignInRefused);
        }

        ModelState.SetModelValue(nameof(Password), null, "");
        await ShowPurposeAsync();
        return Page();
    }

    private void Check()
    {
        if (!RefuseIndividualNumber(nameof(Number), Number))
        {
            if (string.IsNullOrWhiteSpace(Number)) ModelState.AddModelError(nameof(Number), ResidentTexts.SignInNumberMissing);
            else if (!ReceptionNumber.TryParse(Number, out _) && !SerialNumber.TryParse(Number, out _)) ModelState.AddModelError(nameof(Number), ResidentTexts.SignInNumberWrong);
        }

        if (string.IsNullOrWhiteSpace(Password)) ModelState.AddModelError(nameof(Password), ResidentTexts.SignInPasswordMissing);
        else if (!RefuseIndividualNumber(nameof(Password), Password) && !ReceptionPassword.TryParse(Password, out _)) ModelState.AddModelError(nameof(Password), ResidentTexts.SignInPasswordWrong);
    }

    private async Task ShowPurposeAsync()
    {
        var text = await office.TextAsync(Office.Key, TextKey.PurposeOfUse, Cancelled);
        Purpose = OfficeText.Of(TextKey.PurposeOfUse, text.Body);
        PurposeRevision = text.Revision;
    }
}
