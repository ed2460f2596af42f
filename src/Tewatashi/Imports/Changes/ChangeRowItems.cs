using Tewatashi.Cards;
using Tewatashi.Data.Keys;
using Tewatashi.Municipalities;

namespace Tewatashi.Imports.Changes;

/// <summary>Seals and opens name and birthday of the rows of a change list, each bound to its row, as those of applicants are.</summary>
internal sealed class ChangeRowItems(KeyStore keyStore, MunicipalityCode municipality)
{
    private readonly ItemKeys keys = keyStore.KeysOf(municipality, KeyPurpose.Applicant);

    public byte[]? Seal(Guid rowId, KanaName? name) => name is null ? null : keys.Encrypt(name.Value, PlaceOf(rowId, "kana_name"));

    public byte[] Seal(Guid rowId, Birthday birthday) => keys.Encrypt(birthday.Value, PlaceOf(rowId, "birthday"));

    /// <summary>Of a row that is open.</summary>
    public (KanaName? KanaName, Birthday Birthday) Open(ChangeRow row) => (
        row.KanaName is { } name ? KanaName.Parse(keys.Decrypt(name, PlaceOf(row.Id, "kana_name"))) : null,
        Birthday.Parse(keys.Decrypt(row.Birthday ?? throw new InvalidOperationException("A decided row names nobody."), PlaceOf(row.Id, "birthday"))));

    private ItemPlace PlaceOf(Guid rowId, string column) => new(municipality, "change_row", column, rowId);
}
