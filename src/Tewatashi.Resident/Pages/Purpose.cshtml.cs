using Tewatashi.Municipalities;
using Tewatashi.Resident.Views;

namespace Tewatashi.Resident.Pages;

/// <summary>利用目的, from every page's foot.</summary>
public sealed class PurposeModel(PublicOffice office) : ResidentPage
{
    public OfficeText Body { get; private set; } = OfficeText.None;

    public async Task OnGetAsync() => Body = OfficeText.Of(TextKey.PurposeOfUse, (await office.TextAsync(Office.Key, TextKey.PurposeOfUse, Cancelled)).Body);
}
