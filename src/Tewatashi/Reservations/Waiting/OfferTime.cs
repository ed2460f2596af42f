using Tewatashi.Time;

namespace Tewatashi.Reservations.Waiting;

/// <summary>
/// Until when an offer waits for its answer. Minutes count only while people are awake, and for those who are called only while the
/// office can call: an offer never expires at night.
/// </summary>
internal static class OfferTime
{
    private static readonly TimeOnly DayBegins = new(8, 0);
    private static readonly TimeOnly DayEnds = new(20, 0);
    private static readonly TimeOnly OfficeOpens = new(9, 0);
    private static readonly TimeOnly OfficeCloses = new(17, 0);

    /// <param name="isOfficeDay">Whether the office is open on a day.</param>
    public static DateTimeOffset ExpiryOf(OfferWay way, DateTimeOffset now, int minutes, Func<DateOnly, bool> isOfficeDay) => way switch
    {
        OfferWay.Mail => Count(now, minutes, DayBegins, DayEnds, static _ => true),
        OfferWay.Call => Count(now, minutes, OfficeOpens, OfficeCloses, isOfficeDay),
    };

    private static DateTimeOffset Count(DateTimeOffset now, int minutes, TimeOnly from, TimeOnly until, Func<DateOnly, bool> counts)
    {
        var left = TimeSpan.FromMinutes(minutes);
        for (var day = JapanTime.DateOf(now); ; day = day.AddDays(1))
        {
            if (!counts(day)) continue;
            var begins = JapanTime.InstantOf(day, from);
            if (begins < now) begins = now;
            var there = JapanTime.InstantOf(day, until) - begins;
            if (there <= TimeSpan.Zero) continue;
            if (left <= there) return begins + left;
            left -= there;
        }
    }
}
