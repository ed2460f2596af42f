using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities.Reminders;
using Tewatashi.Notices;

namespace Tewatashi.Reservations.Reminders;

/// <summary>
/// Which cards are due for a stage of 再通知: their notice of the stage before was sent, did not come back, and its time is over; nobody booked, and the
/// card could be collected. What came back is sent again by hand (再送): its address is to be looked up.
/// </summary>
internal static class DueReminders
{
    /// <summary>In the order in which the former notices were sent.</summary>
    public static IQueryable<Due> Of(TewatashiContext context, ReminderStage rule, DateOnly today)
    {
        var limit = today.AddDays(-rule.Days);
        var byDeadline = rule.CountedFrom == ReminderFrom.Deadline;
        return
            from notice in context.Notices
            where notice.State == NoticeState.Sent && notice.Stage == rule.Stage - 1
            where byDeadline ? notice.DeadlineOn < limit : notice.SentOn <= limit
            join card in context.Cards on notice.CardId equals card.Id
            where card.Progress == CardProgress.Prepared && card.Route == CardRoute.Counter && card.Suspension == null && card.PlaceKind != PlaceKind.Missing
            where card.LastDayOn == null || card.LastDayOn >= today
            where !context.Reservations.Any(row => row.CardId == card.Id
                && (row.State == ReservationState.Booked || row.State == ReservationState.CheckedIn || row.State == ReservationState.NeedsRebooking))
            where !context.NoticeBatchCards.Any(row => row.CardId == card.Id && row.State == BatchCardState.Waiting)
            orderby notice.SentOn, notice.BatchId, notice.Ordinal, notice.Id
            select new Due { CardId = card.Id, NoticeId = notice.Id, SerialNumber = card.SerialNumber, SentOn = notice.SentOn, DeadlineOn = notice.DeadlineOn, Sequence = notice.Sequence };
    }

    public static Task<List<ReminderStage>> RulesAsync(TewatashiContext context, CancellationToken cancellationToken) =>
        context.ReminderStages.AsNoTracking().OrderBy(row => row.Stage).ToListAsync(cancellationToken);

    /// <summary>A card that is due, with the notice that the reminder takes the place of.</summary>
    internal sealed class Due
    {
        public required Guid CardId { get; init; }
        public required Guid NoticeId { get; init; }
        public required SerialNumber SerialNumber { get; init; }
        public required DateOnly? SentOn { get; init; }
        public required DateOnly DeadlineOn { get; init; }
        public required int Sequence { get; init; }
    }
}
