using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Mail;
using Tewatashi.Municipalities;
using Tewatashi.Time;

namespace Tewatashi.Reservations.Letters;

/// <summary>
/// Puts the reminders of a municipality that are due into the outbox: so many days before the visit, in the daytime, once for each visit
/// and day. Run at any moment and any number of times: what one run missed the next makes up for, as long as it still helps.
/// </summary>
[UseCase(UsedBy.Worker)]
public sealed class MakeReminders(Database database)
{
    public static readonly TimeOnly From = new(9, 0);

    /// <summary>Not included.</summary>
    public static readonly TimeOnly Until = new(18, 0);

    private const int AtOnce = 200;

    /// <returns>How many were made; call again while it is not 0.</returns>
    public async Task<int> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        var now = database.Clock.GetUtcNow();
        if (JapanTime.TimeOf(now) < From || JapanTime.TimeOf(now) >= Until) return 0;
        var due = await database.ReadAsync(caller.Municipality, context => DueAsync(context, now, cancellationToken), cancellationToken);
        if (due.Count == 0) return 0;
        try
        {
            return await database.WriteAsync(caller, OperationKind.RemindVisit, work =>
            {
                foreach (var (visitId, day, kind, contactId) in due) work.Enqueue(kind, contactId, visitId, day);
                work.Record("Queued", detail: FormattableString.Invariant($"{due.Count}"), others: due.Select(row => row.VisitId));
                return Task.FromResult(due.Count);
            }, cancellationToken: cancellationToken);
        }
        catch (AlreadyThereException)
        {
            return 0; // another worker made them at this moment
        }
    }

    private sealed record Due(Guid VisitId, DateOnly Day, MailKind Kind, Guid ContactId);

    private static async Task<List<Due>> DueAsync(TewatashiContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var settings = await context.Settings.AsNoTracking().SingleAsync(cancellationToken);
        var today = JapanTime.DateOf(now);
        var last = await OfKindAsync(context, MailKind.LastReminder, today, settings.LastReminderDays, 0, cancellationToken);
        // Once the last one is due the first one comes too late.
        var first = await OfKindAsync(context, MailKind.FirstReminder, today, settings.FirstReminderDays, settings.LastReminderDays, cancellationToken);
        return [.. last, .. first];
    }

    /// <param name="days">Due from so many days before the visit on; 0: never.</param>
    /// <param name="after">No longer due so many days before the visit.</param>
    private static async Task<List<Due>> OfKindAsync(TewatashiContext context, MailKind kind, DateOnly today, int days, int after, CancellationToken cancellationToken)
    {
        if (days == 0) return [];
        var (first, last) = (today.AddDays(after + 1), today.AddDays(days));
        var rows = await (
            from visit in context.Visits.AsNoTracking()
            where visit.Day >= first && visit.Day <= last && visit.Seat == SeatState.Taken
                && context.Reservations.Any(row => row.VisitId == visit.Id && row.State == ReservationState.Booked)
                && !context.Outbox.Any(row => row.VisitId == visit.Id && row.Kind == kind && row.ForDay == visit.Day)
            let contact = context.Contacts
                .Where(row => row.VisitId == visit.Id || (row.AddressToken != null && row.AddressToken == visit.OwnerToken && row.VerifiedAt != null)).OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id)
                .Select(row => new { row.Id, row.VerifiedAt }).FirstOrDefault()
            where contact.VerifiedAt != null
            orderby visit.Day, visit.Id
            select new
            {
                visit.Id,
                visit.Day,
                visit.BookedAt,
                ContactId = contact.Id,
                ToldAt = context.Outbox.Where(row => row.VisitId == visit.Id && (row.Kind == MailKind.Booked || row.Kind == MailKind.Changed))
                    .Max(row => (DateTimeOffset?)row.CreatedAt),
            }).Take(AtOnce).ToListAsync(cancellationToken);
        // Who booked or changed since the reminder would have been due has just been told.
        return [.. rows.Where(row => (row.ToldAt ?? row.BookedAt) < DueAt(row.Day, days)).Select(row => new Due(row.Id, row.Day, kind, row.ContactId))];
    }

    private static DateTimeOffset DueAt(DateOnly day, int days) => JapanTime.InstantOf(day.AddDays(-days), From);
}
