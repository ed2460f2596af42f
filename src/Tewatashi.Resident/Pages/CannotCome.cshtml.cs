using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Resident.Views;

namespace Tewatashi.Resident.Pages;

/// <summary>来られない方へ(代理の条件): stands before the calendar, for those who cannot come themselves.</summary>
public sealed class CannotComeModel(PublicOffice office) : ResidentPage
{
    public OfficeText Body { get; private set; } = OfficeText.None;

    /// <summary>What a proxy brings along.</summary>
    public IReadOnlyList<string> Things { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Body = OfficeText.Of(TextKey.CannotCome, (await office.TextAsync(Office.Key, TextKey.CannotCome, Cancelled)).Body);
        Things = new WhatToBring(await office.PapersAsync(Office.Key, Cancelled)).For(RecipientKind.VoluntaryProxy);
    }
}
