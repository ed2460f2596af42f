using Microsoft.AspNetCore.Mvc;
using Tewatashi.Municipalities;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Settings;

/// <summary>予約の用件: what can be booked besides 受取, and by which decision.</summary>
[Needs(Permission.ManageSettings)]
public sealed class KindsModel(ReadBookingKinds read) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<BookingKind> Kinds { get; private set; } = [];

    public async Task OnGetAsync() => Kinds = await read.RunAsync(Municipality, Cancelled);

    public string ChannelsOf(BookingKind kind) =>
        string.Join('・', new[] { kind.OnWeb ? "インターネット" : null, kind.OnPhone ? "電話" : null, kind.AtCounter ? "窓口" : null }.OfType<string>());
}
