using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Imports.Changes;

/// <summary>
/// 住基の異動リスト: persons whose register entry changed. Most are no applicants of ours: only rows that may name one are kept, sealed, and only
/// until somebody decided.
/// </summary>
public sealed class ChangeList : IMunicipalityOwned, IVersioned
{
    /// <summary>How long an undecided list is kept at most; a preview for a day.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    public static readonly TimeSpan PreviewKept = TimeSpan.FromDays(1);

    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required string FileName { get; init; }
    public required ChangeListState State { get; set; }

    /// <summary>Rows of the file.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows without any candidate: read, counted, never stored.</summary>
    public required int WithoutMatch { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }
    public required string UploadedBy { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
}
