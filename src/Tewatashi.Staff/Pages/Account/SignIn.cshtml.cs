using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tewatashi.Web.SignIn;

namespace Tewatashi.Staff.Pages.Account;

/// <summary>Where a member of staff signs in. Every failure says the same.</summary>
[AllowAnonymous]
public sealed class SignInModel(SignInStaff signIn) : PageModel
{
    [BindProperty]
    public string? UserId { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The page that was asked for before the sign-in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool SetUp { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(UserId)) ModelState.AddModelError(nameof(UserId), "ユーザーIDを入力してください。");
        if (string.IsNullOrEmpty(Password)) ModelState.AddModelError(nameof(Password), "パスワードを入力してください。");
        if (!ModelState.IsValid) return Page();

        var outcome = await signIn.RunAsync(new SignInStaff.Request(UserId!, Password!), RequestSource.Of(HttpContext, "staff"), HttpContext.RequestAborted); // checked above
        if (outcome is not SignInStaff.SignedIn signedIn)
        {
            ModelState.AddModelError(nameof(UserId), "ユーザーIDかパスワードが違います。続けて間違えると、しばらくサインインできなくなります。");
            return Page();
        }

        SessionCookie.Staff.Write(HttpContext, signedIn.Cookie);
        return Url.IsLocalUrl(Back) ? LocalRedirect(Back) : Redirect("/");
    }
}
