namespace Tewatashi.Reservations.Waiting;

/// <summary>When and where someone would come, if a seat became free.</summary>
/// <param name="FromOn">Inclusive.</param>
/// <param name="ToOn">Inclusive.</param>
public sealed record WaitingWish(DateOnly FromOn, DateOnly ToOn, PartOfDay PartOfDay, IReadOnlyList<Guid> CounterIds);
