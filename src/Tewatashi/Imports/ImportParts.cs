using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Municipalities;

namespace Tewatashi.Imports;

/// <summary>Seals and opens the pieces of an uploaded file. Each piece opens only in its own place: none can be left out or swapped unseen.</summary>
internal sealed class ImportParts(KeyStore keyStore, MunicipalityCode municipality, Guid importId)
{
    /// <summary>Bytes of the file in one piece.</summary>
    public const int Size = 256 * 1024;

    private readonly ItemKeys keys = keyStore.KeysOf(municipality, KeyPurpose.Applicant);

    public ImportPart Seal(int ordinal, ReadOnlySpan<byte> content) => new()
    {
        Municipality = municipality,
        ImportId = importId,
        Ordinal = ordinal,
        Content = keys.EncryptBytes(content, PlaceOf(ordinal)),
    };

    public byte[] Open(int ordinal, byte[] sealedContent) => keys.DecryptBytes(sealedContent, PlaceOf(ordinal));

    private ItemPlace PlaceOf(int ordinal) => new(municipality, "import_part", FormattableString.Invariant($"content {ordinal}"), importId);
}
