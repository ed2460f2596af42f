using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Disposal;

/// <summary>廃棄の起案: cards that are to be destroyed together, proposed by one person, approved by another, destroyed before a witness.</summary>
public sealed class DisposalBatch : IMunicipalityOwned, IVersioned
{
    /// <summary>The unique index on year and number.</summary>
    internal const string Numbered = "ux_disposal_batch_number";

    /// <summary>Cards of one proposal.</summary>
    public const int MostCards = 500;

    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>年度 of the proposal; its numbers begin with 1.</summary>
    public required int Year { get; init; }

    public required int Number { get; init; }
    public required DisposalState State { get; set; }
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>起案者.</summary>
    public required Guid ProposedBy { get; init; }

    /// <summary>Null before the 決裁.</summary>
    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>決裁者: never the one who proposed.</summary>
    public Guid? ApprovedBy { get; set; }

    /// <summary>Null while it goes on; when it was closed or given up.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public Guid? EndedBy { get; set; }

    /// <summary>As the office quotes it.</summary>
    public string Display => FormattableString.Invariant($"{Year}-{Number:D3}");
}
