using Microsoft.AspNetCore.Mvc;
using Tewatashi.Counting;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Storage;

/// <summary>保管庫の図: a building, vault or shelf drawn box by box, with the same as a table behind it. Prints.</summary>
[Needs(Permission.MoveCards)]
public sealed class VaultModel(SeeVault see) : StaffPage
{
    public VaultPicture Picture { get; private set; } = null!; // read before the page is shown

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await see.RunAsync(Municipality, id, Cancelled) is not { } picture) return NotFound();
        Picture = picture;
        return Page();
    }
}
