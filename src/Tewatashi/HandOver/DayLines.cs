using Tewatashi.Reservations;
using Tewatashi.Time;

namespace Tewatashi.HandOver;

/// <summary>Makes the lines of the day's pages out of its rows, by time.</summary>
internal static class DayLines
{
    /// <param name="lateMinutes">From so many minutes behind the booked time on, somebody is late.</param>
    public static List<DayLine> Of(List<DayRow> rows, DateTimeOffset now, int lateMinutes)
    {
        var persons = rows.CountBy(row => row.VisitId).ToDictionary();
        return
        [
            .. rows.OrderBy(row => row.Day).ThenBy(row => row.StartsAt).ThenBy(row => row.Number.Value, StringComparer.Ordinal).ThenBy(row => row.Ordinal).Select(row => new DayLine(
                row.ReservationId, row.VisitId, row.CardId, row.Number, row.Day, row.StartsAt, row.CounterId, row.Counter, row.LastFour, persons[row.VisitId],
                row.RecipientKind, row.Channel, row.State, row.EndReason, row.Pick, row.CallNumber, LateOf(row, now, lateMinutes),
                row.State == ReservationState.CheckedIn && row.Day == JapanTime.DateOf(now) && row.CheckedInAt is { } at ? (int)(now - at).TotalMinutes : null, row.Kind)),
        ];
    }

    private static int? LateOf(DayRow row, DateTimeOffset now, int lateMinutes) =>
        row.State == ReservationState.Booked && (int)Math.Floor((now - JapanTime.InstantOf(row.Day, row.StartsAt)).TotalMinutes) is var minutes && minutes > lateMinutes
            ? minutes
            : null;
}
