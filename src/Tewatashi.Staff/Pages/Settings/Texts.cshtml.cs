using Microsoft.AspNetCore.Mvc;
using Tewatashi.Municipalities;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Settings;

/// <summary>文章: every text the municipality words itself, as it counts now.</summary>
[Needs(Permission.ManageSettings)]
public sealed class TextsModel(MunicipalityTexts texts) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public TextKey? Done { get; set; }

    public IReadOnlyList<MunicipalityText> Texts { get; private set; } = [];

    public async Task OnGetAsync() =>
        Texts = [.. (await texts.CurrentAsync(Municipality, Cancelled)).Values.OrderBy(text => text.Key)];
}
