using System.Text;
using Tewatashi.Municipalities;

namespace Tewatashi.Data.Keys;

/// <summary>Where an encrypted item lies. Ciphertext moved to another municipality, table, column or row does not open.</summary>
public readonly record struct ItemPlace(MunicipalityCode Municipality, string Table, string Column, Guid Id)
{
    internal byte[] Bytes() => Encoding.UTF8.GetBytes($"{Municipality.Value}\n{Table}\n{Column}\n{Id:N}");
}
