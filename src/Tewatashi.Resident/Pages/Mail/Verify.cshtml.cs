using Microsoft.AspNetCore.Mvc;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Kinds;
using Tewatashi.Resident.Resources;
using Tewatashi.Web.SignIn;

namespace Tewatashi.Resident.Pages.Mail;

/// <summary>Where the mailed link leads. Opening it changes nothing: mail programs open links by themselves; the button does.</summary>
public sealed class VerifyModel(VerifyMailAddress verify, SignInByLink signIn, PublicOffice office) : ResidentPage
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>The button is still to be pressed.</summary>
    public bool Asks { get; private set; } = true;

    public string Heading { get; private set; } = ResidentTexts.VerifyTitle;
    public string Advice { get; private set; } = ResidentTexts.VerifyBody;

    public async Task<IActionResult> OnPostAsync()
    {
        Asks = false;
        var revision = (await office.TextAsync(Office.Key, TextKey.PurposeOfUse, Cancelled)).Revision;
        switch (await signIn.RunAsync(Token, revision, Caller, Cancelled))
        {
            case SignInByLink.SignedIn signedIn:
                SessionCookie.Resident.Write(HttpContext, signedIn.Secret);
                return Redirect(To("reserve"));
            case SignInByLink.OtherLink when await verify.RunAsync(Token, Caller, Cancelled) is VerifyMailAddress.Verified:
                (Heading, Advice) = (ResidentTexts.VerifyDoneTitle, ResidentTexts.VerifyDoneBody);
                break;
            default:
                (Heading, Advice) = (ResidentTexts.VerifyOverTitle, ResidentTexts.VerifyOverBody);
                break;
        }

        return Page();
    }
}
