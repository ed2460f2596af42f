using System.Globalization;
using System.Runtime.CompilerServices;
using Tewatashi.Cards;
using Tewatashi.Data.Keys;

namespace Tewatashi.Imports;

/// <summary>
/// A keyed digest of everything a row says about its card, as it is stored: the birthday without its year where the
/// municipality does not keep it. Tells an unchanged row from a differing one, and nothing to somebody without the key.
/// </summary>
internal static class RowFingerprint
{
    public static byte[] Of(ShipmentRow row, Birthday stored, ItemKeys keys)
    {
        // Begun on the stack; a row that is longer goes on in rented memory by itself.
        var text = new DefaultInterpolatedStringHandler(30, 12, CultureInfo.InvariantCulture, stackalloc char[512]);
        try
        {
            Write(ref text, row, stored);
            return keys.Token("import_row", text.Text);
        }
        finally
        {
            text.Clear();
        }
    }

    private static void Write(ref DefaultInterpolatedStringHandler text, ShipmentRow row, Birthday stored)
    {
        text.AppendLiteral(row.ApplicationId.Value);
        Next(ref text, row.KanaName?.Value);
        Next(ref text, stored.Value);
        Next(ref text, row.DispatchNumber?.Value);
        Next(ref text, row.Counter?.Value);
        Next(ref text, row.Deadline, "yyyy-MM-dd");
        Next(ref text, (int)row.Route, null);
        Next(ref text, row.Location);
        Next(ref text, row.NotifiedOn, "yyyy-MM-dd");
        Next(ref text, row.ReservedFor?.On, "yyyy-MM-dd");
        text.AppendLiteral("T");
        text.AppendFormatted(row.ReservedFor?.At, "HH:mm");
        Next(ref text, row.ReservationNumber);
    }

    private static void Next(ref DefaultInterpolatedStringHandler text, string? value)
    {
        text.AppendLiteral("\n");
        if (value is not null) text.AppendLiteral(value);
    }

    private static void Next<T>(ref DefaultInterpolatedStringHandler text, T value, string? format)
    {
        text.AppendLiteral("\n");
        text.AppendFormatted(value, format);
    }
}
