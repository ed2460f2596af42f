using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tewatashi.Web.SignIn;

namespace Tewatashi.Staff.Pages.Account;

/// <summary>The single-use link of an invitation: the owner of the account chooses a password. Opening the link changes nothing.</summary>
[AllowAnonymous]
public sealed class SetUpModel(SetUpAccount setUp) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    /// <summary>Whose account it is; null where the link opens nothing.</summary>
    public string? UserId { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrEmpty(Password)) ModelState.AddModelError(nameof(Password), "パスワードを入力してください。");
        else if (Password != Again) ModelState.AddModelError(nameof(Again), "2回のパスワードが一致しません。");
        if (ModelState.IsValid)
        {
            var outcome = await setUp.RunAsync(Token, Password!, RequestSource.Of(HttpContext, "staff"), HttpContext.RequestAborted); // checked above
            if (outcome is SetUpAccount.Done) return Redirect("/sign-in?setUp=true");
            if (outcome is SetUpAccount.PasswordRefused refused) ModelState.AddModelError(nameof(Password), refused.Problem);
        }

        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync() => UserId = (await setUp.WhoseAsync(Token, HttpContext.RequestAborted))?.Display;
}
