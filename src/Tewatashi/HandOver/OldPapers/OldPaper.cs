using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.HandOver.OldPapers;

/// <summary>旧カード等: what was taken back at a hand-over, of which kind and how many; punched at once, or kept until two people destroy it.</summary>
public sealed class OldPaper : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required Guid HandOverId { get; init; }
    public required OldPaperKind Kind { get; init; }
    public required OldPaperHandling Handling { get; init; }
    public required int Count { get; init; }
    public required DateTimeOffset TakenAt { get; init; }
    public required Guid TakenBy { get; init; }

    /// <summary>Null while it is kept, and for what was punched.</summary>
    public DateTimeOffset? DestroyedAt { get; set; }

    public Guid? DestroyedBy { get; set; }

    /// <summary>立会者: never <see cref="DestroyedBy"/>.</summary>
    public Guid? WitnessId { get; set; }

    internal static OldPaper Of(Work work, Guid handOverId, TakenBack taken) => new()
    {
        Municipality = work.Municipality,
        Id = Ids.New(),
        HandOverId = handOverId,
        Kind = taken.Kind,
        Handling = taken.Handling,
        Count = taken.Count,
        TakenAt = work.Now,
        TakenBy = Guid.Parse(work.Caller.Actor.Id),
    };
}
