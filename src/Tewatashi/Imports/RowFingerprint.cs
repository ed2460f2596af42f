using System.Globalization;
using Tewatashi.Cards;
using Tewatashi.Data.Keys;

namespace Tewatashi.Imports;

/// <summary>
/// A keyed digest of everything a row says about its card, as it is stored: the birthday without its year where the
/// municipality does not keep it. Tells an unchanged row from a differing one, and nothing to somebody without the key.
/// </summary>
internal static class RowFingerprint
{
    public static byte[] Of(ShipmentRow row, Birthday stored, ItemKeys keys) => keys.Token("import_row", string.Create(
        CultureInfo.InvariantCulture,
        $"{row.ApplicationId.Value}\n{row.KanaName?.Value}\n{stored.Value}\n{row.DispatchNumber.Value}\n{row.Counter?.Value}\n{row.Deadline:yyyy-MM-dd}\n{(int)row.Route}"
        + $"\n{row.Location}\n{row.NotifiedOn:yyyy-MM-dd}\n{row.ReservedFor?.On:yyyy-MM-dd}T{row.ReservedFor?.At:HH:mm}\n{row.ReservationNumber}"));
}
