using Tewatashi.Data;

namespace Tewatashi.Notices;

/// <summary>
/// When a card was told, from its notices alone: what deadlines and disposal count from. A notice that was replaced keeps its day of dispatch, so
/// that the first one is never forgotten.
/// </summary>
public sealed class NoticeDates
{
    public required Guid CardId { get; init; }

    /// <summary>発送 of the first notice; null where none was sent.</summary>
    public DateOnly? FirstSentOn { get; init; }

    /// <summary>発送 of the last reminder (再通知), or of what was sent in its place; null where none was sent.</summary>
    public DateOnly? LastReminderSentOn { get; init; }

    /// <summary>再通知の段階 that was reached; 0: none.</summary>
    public int Stage { get; init; }

    /// <summary>交付期限 printed on the notice sent last, inclusive; null where none was sent.</summary>
    public DateOnly? DeadlineOn { get; init; }

    /// <summary>One row for each card whose notice was sent at some time.</summary>
    public static IQueryable<NoticeDates> Of(TewatashiContext context) =>
        from notice in context.Notices
        where notice.SentOn != null
        group notice by notice.CardId into told
        select new NoticeDates
        {
            CardId = told.Key,
            FirstSentOn = told.Min(row => row.SentOn),
            LastReminderSentOn = told.Where(row => row.Stage > 0).Max(row => row.SentOn),
            Stage = told.Max(row => row.Stage),
            DeadlineOn = context.Notices.Where(row => row.CardId == told.Key && row.SentOn != null).OrderByDescending(row => row.Sequence).Select(row => (DateOnly?)row.DeadlineOn).FirstOrDefault(),
        };
}
