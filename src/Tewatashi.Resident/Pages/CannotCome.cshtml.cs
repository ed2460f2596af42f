using Tewatashi.Municipalities;

namespace Tewatashi.Resident.Pages;

/// <summary>来られない方へ(代理の条件): stands before the calendar, for those who cannot come themselves.</summary>
public sealed class CannotComeModel(PublicOffice office) : ResidentPage
{
    public string Body { get; private set; } = "";

    public async Task OnGetAsync() => Body = (await office.TextAsync(Office.Key, TextKey.CannotCome, Cancelled)).Body;
}
