using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Notices;

/// <summary>A card chosen for a batch, before and after its notice is issued.</summary>
public sealed class NoticeBatchCard : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid BatchId { get; init; }
    public required Guid CardId { get; init; }
    public required int Ordinal { get; init; }
}
