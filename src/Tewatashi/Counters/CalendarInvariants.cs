using Tewatashi.Data;

namespace Tewatashi.Counters;

/// <summary>What must hold of the calendar: no time of a counter is entered twice, for its booths would be counted twice.</summary>
public static class CalendarInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("1つの窓口の1週間の開庁時間は重ならない",
            """
            SELECT one.municipality, 'hours', CAST(one.id AS text)
            FROM opening_hours AS one JOIN opening_hours AS other
              ON other.municipality = one.municipality AND other.counter_id = one.counter_id AND other.effective_on = one.effective_on
             AND other.weekday = one.weekday AND other.id > one.id
            WHERE one.opens_at < other.closes_at AND other.opens_at < one.closes_at
            """),
        new("1つの窓口の1日の臨時の開庁時間は重ならない",
            """
            SELECT one.municipality, 'special hours', CAST(one.id AS text)
            FROM special_hours AS one JOIN special_hours AS other
              ON other.municipality = one.municipality AND other.counter_id = one.counter_id AND other.day = one.day AND other.id > one.id
            WHERE one.replaces <> other.replaces OR (one.opens_at < other.closes_at AND other.opens_at < one.closes_at)
            """),
        new("同じ休庁日は1つまで",
            """
            SELECT municipality, 'closure', CAST(day AS text)
            FROM closure GROUP BY municipality, day, kind, COALESCE(CAST(counter_id AS text), '') HAVING COUNT(*) > 1
            """),
    ];
}
