using Tewatashi.Counters;

namespace Tewatashi.Reservations;

/// <summary>Which days and how many places the rules open on a day.</summary>
/// <param name="WebFrom">The first day that the internet may book, inclusive.</param>
/// <param name="PhoneFrom">The same for the telephone.</param>
/// <param name="LatestOn">The last bookable day, inclusive.</param>
/// <param name="BroughtOverOn">The first day for a card that lies in another office.</param>
/// <param name="WebPlaces">Visits of one person that the internet may book in four weeks, as if nobody had booked.</param>
/// <param name="PhonePlaces">The same for the telephone.</param>
public sealed record RulesReach(DateOnly WebFrom, DateOnly PhoneFrom, DateOnly LatestOn, DateOnly BroughtOverOn, int WebPlaces, int PhonePlaces)
{
    public const int Weeks = 4;

    /// <param name="calendar">With the kept seats that these rules want.</param>
    internal static RulesReach Of(CounterCalendar calendar, BookingRules rules)
    {
        var stock = SeatStock.Unbooked(calendar);
        var counters = calendar.Counters.Where(counter => counter.Active).ToList();
        var (webFrom, phoneFrom) = (rules.EarliestOn(Channel.Web), rules.EarliestOn(Channel.Phone));
        var (web, phone) = (0, 0);
        for (var day = rules.Today; day < rules.Today.AddDays(Weeks * 7) && day <= rules.LatestOn; day = day.AddDays(1))
        {
            if (day >= webFrom) web += PlacesOn(day, rules.KeptReleased(day) ? Channel.Phone : Channel.Web);
            if (day >= phoneFrom) phone += PlacesOn(day, Channel.Phone);
        }

        return new(webFrom, phoneFrom, rules.LatestOn, rules.BroughtOverOn, web, phone);

        int PlacesOn(DateOnly day, Channel channel) =>
            stock.RoomOf(counters, day, counter => BookingRules.OnGrid(rules.Settings.MinutesPerPerson, counter.GridMinutes), channel).Sum(room => room.Visits);
    }
}
