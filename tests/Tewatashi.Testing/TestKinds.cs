using Microsoft.EntityFrameworkCore;
using Tewatashi.Municipalities;

namespace Tewatashi.Testing;

/// <summary>Kinds of booking, turned on through the use case.</summary>
public static class TestKinds
{
    /// <summary>Turns one of the kinds on that every municipality begins with.</summary>
    public static async Task<BookingKind> OpenKindAsync(
        this TestOffice office, string name = "電子証明書更新", KindChannels channels = KindChannels.Web | KindChannels.Phone | KindChannels.Counter, params CounterCode[] counters)
    {
        var kind = await office.KindAsync(name);
        var saved = await office.Staff<SaveBookingKind>().RunAsync(
            new(kind.Id, kind.Name, kind.Minutes, kind.NeedsCard, channels, counters, kind.Bring, "見本第1号", kind.Version), office.ByStaff(), CancellationToken.None);
        if (saved is not SaveBookingKind.Saved) throw new InvalidOperationException($"The kind was not opened: {saved}.");
        return await office.KindAsync(name);
    }

    public static Task<BookingKind> KindAsync(this TestOffice office, string name) =>
        office.SeeAsync(context => context.BookingKinds.AsNoTracking().SingleAsync(row => row.Name == name));
}
