using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations;
using Tewatashi.Resident.Resources;

namespace Tewatashi.Resident.Pages.Mail;

/// <summary>Where the mailed link leads. Opening it changes nothing: mail programs open links by themselves; the button does.</summary>
public sealed class VerifyModel(VerifyMailAddress verify) : ResidentPage
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>The button is still to be pressed.</summary>
    public bool Asks { get; private set; } = true;

    public string Heading { get; private set; } = ResidentTexts.VerifyTitle;
    public string Advice { get; private set; } = ResidentTexts.VerifyBody;

    public async Task OnPostAsync()
    {
        Asks = false;
        (Heading, Advice) = await verify.RunAsync(Token, Caller, Cancelled) is VerifyMailAddress.Verified
            ? (ResidentTexts.VerifyDoneTitle, ResidentTexts.VerifyDoneBody)
            : (ResidentTexts.VerifyOverTitle, ResidentTexts.VerifyOverBody);
    }
}
