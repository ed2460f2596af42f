using System.Globalization;
using System.Text.Unicode;
using Tewatashi.Municipalities;

namespace Tewatashi.Data.Keys;

/// <summary>Where an encrypted item lies. Ciphertext moved to another municipality, table, column or row does not open.</summary>
public readonly record struct ItemPlace(MunicipalityCode Municipality, string Table, string Column, Guid Id)
{
    /// <summary>More than any table, column and id take together, in bytes.</summary>
    internal const int MaxLength = 256;

    /// <summary>Writes the place as the seal holds it; how many bytes it took.</summary>
    internal int Write(Span<byte> target) =>
        Utf8.TryWrite(target, CultureInfo.InvariantCulture, $"{Municipality.Value}\n{Table}\n{Column}\n{Id:N}", out var written)
            ? written
            : throw new InvalidOperationException("The names of table and column are too long.");
}
