using Microsoft.AspNetCore.Mvc;
using Tewatashi.HandOver;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Settings;

/// <summary>交付時の確認: the lines of the checklist as they are asked now.</summary>
[Needs(Permission.ManageSettings)]
public sealed class ChecklistLinesModel(ChangeChecklist change) : StaffPage
{
    /// <summary>Code of the line that was just saved.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<ChangeChecklist.Line> Lines { get; private set; } = [];

    public async Task OnGetAsync() => Lines = await change.CurrentAsync(Municipality, Cancelled);
}
