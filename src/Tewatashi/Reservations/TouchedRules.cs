using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Mail;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Time;

namespace Tewatashi.Reservations;

/// <summary>Counts what each changed rule meets. Both sets of rules stand at the moment from which the change counts.</summary>
internal sealed class TouchedRules
{
    private readonly TewatashiContext context;
    private readonly BookingRules before;
    private readonly BookingRules after;
    private readonly DateTimeOffset now;
    private readonly CancellationToken cancellationToken;

    private TouchedRules(TewatashiContext context, BookingRules before, BookingRules after, DateTimeOffset now, CancellationToken cancellationToken) =>
        (this.context, this.before, this.after, this.now, this.cancellationToken) = (context, before, after, now, cancellationToken);

    private sealed record Person(RecipientKind Kind, bool AmendmentNeeded, int Minutes, int Count);

    /// <param name="fields">The rules that change.</param>
    /// <returns>Only what there is any of, but for those who come late, where none is a figure too.</returns>
    public static async Task<IReadOnlyList<RulesEffect.Touch>> OfAsync(
        TewatashiContext context, BookingRules before, BookingRules after, IReadOnlyList<string> fields, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var counting = new TouchedRules(context, before, after, now, cancellationToken);
        var touched = new List<RulesEffect.Touch>();
        foreach (var field in fields)
        {
            // The hour of a cut-off that moves together with its day is told with the day.
            if (field == nameof(Rules.WebCutoffTime) && fields.Contains(nameof(Rules.WebCutoffBusinessDays))) continue;
            foreach (var (what, count) in await counting.CountAsync(field))
            {
                if (count > 0 || what is RuleTouch.LateUntilNow or RuleTouch.LateFromNow) touched.Add(new(field, what, count));
            }
        }

        return touched;
    }

    private IQueryable<Visit> Booked => context.Visits.Where(visit => visit.Day >= after.Today && visit.Seat == SeatState.Taken
        && context.Reservations.Any(row => row.VisitId == visit.Id && row.State == ReservationState.Booked));

    private async Task<IReadOnlyList<(RuleTouch What, int Count)>> CountAsync(string field) => field switch
    {
        nameof(Rules.HorizonDays) => [(RuleTouch.BookedBeyond, await Booked.CountAsync(visit => visit.Day > after.LatestOn, cancellationToken))],
        nameof(Rules.PersonsPerVisit) => [(RuleTouch.BookedTogether, await Booked.CountAsync(visit => context.Reservations
            .Count(row => row.VisitId == visit.Id && row.State == ReservationState.Booked) > after.Settings.PersonsPerVisit, cancellationToken))],
        nameof(Rules.MinutesPerPerson) => await OtherMinutesAsync(person => !person.Kind.ComesAlone()),
        nameof(Rules.MinutesForProxy) => await OtherMinutesAsync(person => person.Kind.ComesAlone()),
        nameof(Rules.MinutesForAmendment) => await OtherMinutesAsync(person => person.AmendmentNeeded),
        nameof(Rules.OpenRecipientKinds) => [(RuleTouch.BookedAsClosedKind, (await PersonsAsync()).Where(person => before.IsOpen(person.Kind) && !after.IsOpen(person.Kind)).Sum(person => person.Count))],
        nameof(Rules.ReceivableAfterDeadline) => after.Settings.ReceivableAfterDeadline ? [] : [(RuleTouch.BookedBehindDeadline, await BehindDeadlineAsync())],
        nameof(Rules.WebCutoffBusinessDays) or nameof(Rules.WebCutoffTime) => await CutoffsAsync(),
        nameof(Rules.HoldMinutes) => [(RuleTouch.HoldsBegun, await context.Visits.CountAsync(visit => visit.Seat == SeatState.Held && visit.OfferId == null && visit.HoldExpiresAt > now, cancellationToken))],
        nameof(Rules.LateMinutes) => await LateAsync(),
        nameof(Rules.RebookingPriorityDays) => [(RuleTouch.PriorityBegun, await context.Visits.CountAsync(visit => visit.PriorityUntil > now, cancellationToken))],
        nameof(Rules.DeadlineDays) => [(RuleTouch.DeadlinesSet, await context.Notices.CountAsync(notice => notice.State == NoticeState.Sent, cancellationToken))],
        nameof(Rules.FirstReminderDays) => [(RuleTouch.ToBeReminded, await UnremindedAsync(MailKind.FirstReminder))],
        nameof(Rules.LastReminderDays) => [(RuleTouch.ToBeReminded, await UnremindedAsync(MailKind.LastReminder))],
        nameof(Rules.OfferMinutes) => [(RuleTouch.OffersMade, await context.SeatOffers.CountAsync(offer => offer.EndedAt == null && offer.ExpiresAt > now, cancellationToken))],
        // Seen in what the rules open, or in what is done after the change alone.
        _ => [],
    };

    private async Task<IReadOnlyList<(RuleTouch What, int Count)>> OtherMinutesAsync(Func<Person, bool> concerned) =>
        [(RuleTouch.BookedForOtherMinutes, (await PersonsAsync()).Where(person => concerned(person) && person.Minutes != after.MinutesOf(person.Kind, person.AmendmentNeeded)).Sum(person => person.Count))];

    /// <summary>Who comes for a card, alike ones together.</summary>
    private Task<List<Person>> PersonsAsync() => (
        from visit in Booked
        join row in context.Reservations on visit.Id equals row.VisitId
        where row.State == ReservationState.Booked && row.KindId == null
        join card in context.Cards on row.CardId equals card.Id
        group row by new { row.RecipientKind, card.AmendmentNeeded, row.Minutes } into alike
        select new Person(alike.Key.RecipientKind, alike.Key.AmendmentNeeded, alike.Key.Minutes, alike.Count())).ToListAsync(cancellationToken);

    private Task<int> BehindDeadlineAsync() => (
        from visit in Booked
        join row in context.Reservations on visit.Id equals row.VisitId
        where row.State == ReservationState.Booked && row.KindId == null
        join notice in context.Notices on row.CardId equals notice.CardId
        where notice.State != NoticeState.Withdrawn && notice.DeadlineOn < visit.Day
        select row.Id).CountAsync(cancellationToken);

    private async Task<IReadOnlyList<(RuleTouch What, int Count)>> CutoffsAsync()
    {
        var days = await Booked.GroupBy(visit => visit.Day).Select(visits => new { Day = visits.Key, Count = visits.Count() }).ToListAsync(cancellationToken);
        return
        [
            (RuleTouch.ChangeEnds, days.Where(row => IsOpen(before, row.Day) && !IsOpen(after, row.Day)).Sum(row => row.Count)),
            (RuleTouch.ChangeBegins, days.Where(row => !IsOpen(before, row.Day) && IsOpen(after, row.Day)).Sum(row => row.Count)),
        ];

        static bool IsOpen(BookingRules rules, DateOnly day) => rules.Now < rules.ChangeableUntil(day);
    }

    private async Task<IReadOnlyList<(RuleTouch What, int Count)>> LateAsync()
    {
        var (first, last) = (JapanTime.DateOf(now).AddDays(-RulesReach.Weeks * 7), JapanTime.DateOf(now));
        var came = await context.Visits.Where(visit => visit.Day >= first && visit.Day <= last && visit.CheckedInAt != null)
            .Select(visit => new { visit.Day, visit.StartsAt, visit.CheckedInAt }).ToListAsync(cancellationToken);
        // Whole minutes, as at the check-in.
        var late = came.ConvertAll(visit => (int)Math.Floor((visit.CheckedInAt!.Value - JapanTime.InstantOf(visit.Day, visit.StartsAt)).TotalMinutes)); // only who came
        return
        [
            (RuleTouch.LateUntilNow, late.Count(by => by > before.Settings.LateMinutes)),
            (RuleTouch.LateFromNow, late.Count(by => by > after.Settings.LateMinutes)),
        ];
    }

    private Task<int> UnremindedAsync(MailKind kind) =>
        Booked.CountAsync(visit => !context.Outbox.Any(mail => mail.VisitId == visit.Id && mail.Kind == kind && mail.ForDay == visit.Day), cancellationToken);
}
