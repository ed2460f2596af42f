using Microsoft.AspNetCore.Mvc;
using Tewatashi.Lists;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.SignIn;
using Tewatashi.Vaults;

namespace Tewatashi.Staff.Pages.Vaults;

/// <summary>開錠・施錠: which vaults stand open, and the log of who opened and locked them.</summary>
[Needs(Permission.MoveCards)]
public sealed class IndexModel(ListVaults list, SeeList see, UnlockVault unlock, LockVault lockVault) : StaffPage
{
    [BindProperty]
    public Guid LocationId { get; set; }

    /// <summary>What was just done: a code of this page.</summary>
    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Done { get; set; }

    public ListVaults.View View { get; private set; } = null!; // loaded before the page is shown

    public string? DoneText => Done switch
    {
        "unlocked" => "開錠を記録しました",
        "locked" => "施錠を記録しました",
        "open" => "すでに開錠が記録されています",
        "not-open" => "開錠の記録がないので、施錠は記録していません",
        "none" => "使用中の保管庫ではありません",
        _ => null,
    };

    public ListShown List { get; private set; } = null!; // read before the page is shown

    public async Task OnGetAsync()
    {
        View = await list.RunAsync(Municipality, Cancelled);
        List = await ShowAsync(OfficeLists.Openings, see);
    }

    public async Task<IActionResult> OnPostUnlockAsync() => Redirect($"/vaults?done={await unlock.RunAsync(new(LocationId), Caller, Cancelled) switch
    {
        UnlockVault.Outcome.Unlocked => "unlocked",
        UnlockVault.Outcome.AlreadyOpen => "open",
        UnlockVault.Outcome.NoVault => "none",
    }}");

    public async Task<IActionResult> OnPostLockAsync() =>
        Redirect(await lockVault.RunAsync(new(LocationId), Caller, Cancelled) ? "/vaults?done=locked" : "/vaults?done=not-open");
}
