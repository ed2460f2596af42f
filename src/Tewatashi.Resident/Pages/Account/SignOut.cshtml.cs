using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations;
using Tewatashi.Web.SignIn;

namespace Tewatashi.Resident.Pages.Account;

/// <summary>Ends the session: 「終了する」 of every page.</summary>
public sealed class SignOutModel(ResidentSessions sessions) : ResidentPage
{
    public IActionResult OnGet() => Redirect(To(""));

    public async Task<IActionResult> OnPostAsync()
    {
        if (SignedIn is { } resident) await sessions.EndAsync(resident, Caller, Cancelled);
        SessionCookie.Resident.Delete(HttpContext);
        return Redirect(To("sign-in?left=true"));
    }
}
