using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Tewatashi.Time;

namespace Tewatashi.Reservations;

/// <summary>A visit as a calendar file (RFC 5545) for the resident's own calendar: when, where, 予約番号. No name.</summary>
public static class VisitCalendar
{
    /// <summary>The same in the file of the page and of every mail.</summary>
    internal static string UidOf(Guid visitId) => $"{visitId:N}@tewatashi";

    /// <param name="title">In the resident's words.</param>
    /// <param name="description">予約番号 and the way there.</param>
    public static string Of(VisitView view, string title, string description, DateTimeOffset now)
    {
        var startsAt = JapanTime.InstantOf(view.Visit.Day, view.Visit.StartsAt);
        var calendar = new Calendar { ProductId = "-//Tewatashi//JA" };
        calendar.Events.Add(new CalendarEvent
        {
            // The same visit again, after a change, replaces the entry in the calendar.
            Uid = UidOf(view.Visit.Id),
            Sequence = view.Visit.Version,
            DtStamp = new CalDateTime(now.UtcDateTime, "UTC"),
            Start = new CalDateTime(startsAt.UtcDateTime, "UTC"),
            End = new CalDateTime(startsAt.AddMinutes(view.Visit.Minutes).UtcDateTime, "UTC"),
            Summary = title,
            Location = view.Counter.Name,
            Description = description,
        });
        return new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("A calendar with one event has a text.");
    }
}
