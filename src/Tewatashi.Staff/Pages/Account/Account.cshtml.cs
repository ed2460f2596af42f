using Microsoft.AspNetCore.Mvc;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.SignIn;

namespace Tewatashi.Staff.Pages.Account;

/// <summary>The own account: what I may do here, and a new password.</summary>
[Needs(Permission.SignedIn)]
public sealed class AccountModel(ChangeOwnPassword change) : StaffPage
{
    [BindProperty]
    public string? Present { get; set; }

    [BindProperty]
    public string? New { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    /// <summary>How many other sessions a new password ended; null where none was set just now.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Ended { get; set; }

    public IEnumerable<string> MayDo => Enum.GetValues<Permission>().Where(May).Select(permission => permission.Name());

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrEmpty(Present)) ModelState.AddModelError(nameof(Present), "今のパスワードを入力してください。");
        if (string.IsNullOrEmpty(New)) ModelState.AddModelError(nameof(New), "新しいパスワードを入力してください。");
        else if (New != Again) ModelState.AddModelError(nameof(Again), "2回の新しいパスワードが一致しません。");
        if (!ModelState.IsValid) return Page();

        var cookie = SessionCookie.Staff.Read(HttpContext) ?? "";
        switch (await change.RunAsync(new(User.StaffMemberId, cookie, Present!, New!), Caller, Cancelled)) // checked above
        {
            case ChangeOwnPassword.Changed changed:
                return Redirect(FormattableString.Invariant($"/account?ended={changed.SessionsEnded}"));
            case ChangeOwnPassword.Refused refused:
                ModelState.AddModelError(nameof(New), refused.Problem);
                break;
            case ChangeOwnPassword.PresentWrong:
                ModelState.AddModelError(nameof(Present), "今のパスワードが違います。続けて間違えると、しばらく変更できなくなります。");
                break;
            case ChangeOwnPassword.Locked:
                ModelState.AddModelError(nameof(Present), "パスワードを続けて間違えたため、変更できません。5分ほど待ってからもう一度操作してください。");
                break;
        }

        return Page();
    }
}
