using Tewatashi.Municipalities;
using Tewatashi.Resident.Views;

namespace Tewatashi.Resident.Pages;

/// <summary>来られない方へ(代理の条件): stands before the calendar, for those who cannot come themselves.</summary>
public sealed class CannotComeModel(PublicOffice office) : ResidentPage
{
    public OfficeText Body { get; private set; } = OfficeText.None;

    public async Task OnGetAsync() => Body = OfficeText.Of(TextKey.CannotCome, (await office.TextAsync(Office.Key, TextKey.CannotCome, Cancelled)).Body);
}
