using Microsoft.AspNetCore.Mvc;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.SignIn;

namespace Tewatashi.Staff.Pages.Account;

/// <summary>Ends the session, on every node at once.</summary>
[Needs(Permission.SignedIn)]
public sealed class SignOutModel(StaffSessions sessions) : StaffPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (SessionCookie.Staff.Read(HttpContext) is { } cookie) await sessions.EndAsync(cookie, Caller, Cancelled);
        SessionCookie.Staff.Delete(HttpContext);
        return Redirect("/sign-in");
    }
}
