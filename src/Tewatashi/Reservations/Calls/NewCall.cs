namespace Tewatashi.Reservations.Calls;

/// <summary>A call to be put on the list.</summary>
/// <param name="VisitId">The visit it is about; null where it is about the card alone.</param>
/// <param name="DueAt">By when it is of use; null where any time does.</param>
internal sealed record NewCall(CallReason Reason, Guid CardId, Guid? VisitId = null, DateTimeOffset? DueAt = null);
