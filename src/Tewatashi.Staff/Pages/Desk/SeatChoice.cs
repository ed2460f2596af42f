using System.Globalization;
using Tewatashi.Reservations;
using Tewatashi.Time;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Desk;

/// <summary>A time at a counter as a choice of a form.</summary>
public sealed record SeatChoice(Guid CounterId, DateOnly Day, TimeOnly StartsAt)
{
    private const string Format = "yyyy-MM-dd'T'HH:mm";
    private const int DaysEach = 2;
    private const int TimesEach = 4;

    public string Value => string.Create(CultureInfo.InvariantCulture, $"{CounterId:N} {Day.ToDateTime(StartsAt).ToString(Format, CultureInfo.InvariantCulture)}");

    public static SeatChoice? Read(string? value) =>
        value?.Split(' ') is [var counter, var at] && Guid.TryParse(counter, out var id)
            && DateTime.TryParseExact(at, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? new SeatChoice(id, DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment))
            : null;

    /// <summary>How it is read: where, when, how many are left, and how many somebody else is just booking.</summary>
    public string Text(string counter, int free, int held)
    {
        var left = free > 0 ? string.Create(CultureInfo.InvariantCulture, $"残り{free}") : held > 0 ? "空きなし" : "埋まりました";
        var others = held > 0 ? string.Create(CultureInfo.InvariantCulture, $"、手続き中{held}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{counter} {JapaneseDate.Brief(Day)} {StartsAt:HH:mm}({left}{others})");
    }

    /// <summary>The next times of every counter at once: of each the first days with room, some times of each day spread over it.</summary>
    /// <param name="held">What others are just booking; null where that is not shown.</param>
    public static IReadOnlyList<Choice> Next(IEnumerable<SeatMap> maps, TimeOnly notBefore, IReadOnlyList<HeldSeat>? held = null) =>
    [
        .. from map in maps
           from day in map.Days.Select(day => (day.Day, Times: day.Times.Where(time => time.StartsAt >= notBefore).ToList())).Where(day => day.Times.Count > 0).Take(DaysEach)
           from time in Spread(day.Times)
           let seat = new SeatChoice(map.Counter.Id, day.Day, time.StartsAt)
           select new Choice(seat.Value, seat.Text(map.Counter.Name, time.Free, held?.Count(one => one.Meets(seat.CounterId, seat.Day, seat.StartsAt, map.Minutes)) ?? 0)),
    ];

    private static IEnumerable<SeatTime> Spread(List<SeatTime> times)
    {
        var step = Math.Max(1, times.Count / TimesEach);
        return times.Where((_, i) => i % step == 0).Take(TimesEach);
    }
}
