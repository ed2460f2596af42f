using Tewatashi.Reservations;

namespace Tewatashi.Staff.Pages.Settings;

/// <summary>The word for a 処理状況 as it is typed; blank: the standard one.</summary>
public sealed class StatusRow
{
    public CardStatus Status { get; set; }
    public string? Label { get; set; }
}
