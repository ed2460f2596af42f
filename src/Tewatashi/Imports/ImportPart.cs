using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Imports;

/// <summary>A piece of an uploaded file, encrypted, until it was applied or cancelled.</summary>
public sealed class ImportPart : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid ImportId { get; init; }
    public required int Ordinal { get; init; }
    public required byte[] Content { get; init; }
}
