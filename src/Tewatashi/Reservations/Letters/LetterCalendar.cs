using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Tewatashi.Mail;
using Tewatashi.Time;

namespace Tewatashi.Reservations.Letters;

/// <summary>
/// The calendar file of a mail (RFC 5546): the same entry as the one a resident takes from the page, newer with each change and taken
/// away with a cancellation. No name.
/// </summary>
internal static class LetterCalendar
{
    /// <summary>Null where a mail brings no entry.</summary>
    public static MailCalendar? Of(LetterFacts facts, MailKind kind, DateTimeOffset now) => (kind, facts.Visit) switch
    {
        (_, null) or (MailKind.Verification or MailKind.Offer, _) => null,
        (MailKind.Cancelled or MailKind.CancelledByOffice or MailKind.NeedsRebooking, { } visit) => Write(facts, visit, cancelled: true, now),
        (MailKind.Booked or MailKind.Changed or MailKind.FirstReminder or MailKind.LastReminder, { } visit) => Write(facts, visit, cancelled: false, now),
    };

    private static MailCalendar Write(LetterFacts facts, LetterVisit visit, bool cancelled, DateTimeOffset now)
    {
        var words = LetterWords.Of(MailLanguage.Japanese);
        var startsAt = JapanTime.InstantOf(visit.Day, visit.StartsAt);
        var method = cancelled ? "CANCEL" : "PUBLISH";
        var calendar = new Calendar { ProductId = "-//Tewatashi//JA", Method = method };
        calendar.Events.Add(new CalendarEvent
        {
            Uid = VisitCalendar.UidOf(visit.Id),
            Sequence = visit.Sequence,
            Status = cancelled ? "CANCELLED" : "CONFIRMED",
            DtStamp = new CalDateTime(now.UtcDateTime, "UTC"),
            Start = new CalDateTime(startsAt.UtcDateTime, "UTC"),
            End = new CalDateTime(startsAt.AddMinutes(visit.Minutes).UtcDateTime, "UTC"),
            Summary = $"{facts.Office.Name} {words["MailPurpose"]}",
            Location = visit.CounterName,
            Description = visit.Number is { } number ? words.Fill("MailNumber", number.Display) : null,
        });
        return new MailCalendar(method, new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("A calendar with one event has a text."));
    }
}
