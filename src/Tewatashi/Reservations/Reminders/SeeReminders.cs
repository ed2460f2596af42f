using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Municipalities.Reminders;
using Tewatashi.Notices;
using Tewatashi.Time;

namespace Tewatashi.Reservations.Reminders;

/// <summary>The stages of 再通知 in numbers: how many cards are due, how many papers are under way, how many were sent.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeReminders(Database database)
{
    /// <param name="Due">Cards that can be reminded today.</param>
    /// <param name="UnderWay">Chosen or printed, and not sent.</param>
    /// <param name="Sent">Reminders of this stage ever sent.</param>
    /// <param name="Returned">Of those, the ones that lie here as 返戻 now.</param>
    /// <param name="DeadlineOn">交付期限 of a batch made today, inclusive.</param>
    public sealed record Line(ReminderStage Rule, int Due, int UnderWay, int Sent, int Returned, DateOnly DeadlineOn);

    public Task<IReadOnlyList<Line>> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Line>>(municipality, async context =>
        {
            var today = JapanTime.Today(database.Clock);
            var sent = (await context.Notices.Where(row => row.Stage > 0)
                .GroupBy(row => new { row.Stage, row.State, Sent = row.SentOn != null })
                .Select(group => new { group.Key.Stage, group.Key.State, group.Key.Sent, Count = group.Count() }).ToListAsync(cancellationToken)).ToLookup(row => row.Stage);
            var waiting = await context.NoticeBatchCards.Where(row => row.State == BatchCardState.Waiting)
                .Join(context.NoticeBatches, row => row.BatchId, batch => batch.Id, (_, batch) => batch.Stage)
                .Where(stage => stage > 0).GroupBy(stage => stage).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
            var lines = new List<Line>();
            foreach (var rule in await DueReminders.RulesAsync(context, cancellationToken))
            {
                var own = sent[rule.Stage].ToList();
                lines.Add(new Line(
                    rule,
                    await DueReminders.Of(context, rule, today).CountAsync(cancellationToken),
                    waiting.GetValueOrDefault(rule.Stage) + own.Where(row => row.State == NoticeState.Printed).Sum(row => row.Count),
                    own.Where(row => row.Sent).Sum(row => row.Count),
                    own.Where(row => row.State == NoticeState.Returned).Sum(row => row.Count),
                    today.AddDays(rule.DeadlineDays)));
            }

            return lines;
        }, cancellationToken);
}
