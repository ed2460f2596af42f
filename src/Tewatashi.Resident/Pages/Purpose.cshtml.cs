using Tewatashi.Municipalities;

namespace Tewatashi.Resident.Pages;

/// <summary>利用目的, from every page's foot.</summary>
public sealed class PurposeModel(PublicOffice office) : ResidentPage
{
    public string Body { get; private set; } = "";

    public async Task OnGetAsync() => Body = (await office.TextAsync(Office.Key, TextKey.PurposeOfUse, Cancelled)).Body;
}
