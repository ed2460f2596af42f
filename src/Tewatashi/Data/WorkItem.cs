using Tewatashi.Municipalities;

namespace Tewatashi.Data;

/// <summary>
/// Says that a municipality has work for the worker from a moment on. Outside the wall, so that the worker need not look into
/// every municipality; holds no more than that.
/// </summary>
public sealed class WorkItem
{
    /// <summary>The key: one item of a kind for each subject.</summary>
    internal const string Key = "pk_work_item";

    public required MunicipalityCode Municipality { get; init; }
    public required WorkKind Kind { get; init; }
    public required Guid SubjectId { get; init; }
    public required DateTimeOffset DueAt { get; set; }
    public string? ClaimedBy { get; set; }
    public DateTimeOffset? ClaimedUntil { get; set; }
}
