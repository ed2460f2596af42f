using Tewatashi.Counters;

namespace Tewatashi.Reservations;

/// <summary>The days that can be booked for certain cards at a certain office, both inclusive. Empty where the first lies behind the last.</summary>
internal sealed record BookingPeriod(DayLimit Earliest, DayLimit Latest)
{
    public DateOnly EarliestOn => Earliest.On;
    public DateOnly LatestOn => Latest.On;

    public bool IsEmpty => EarliestOn > LatestOn;

    public static BookingPeriod Of(BookingRules rules, Channel channel, string buildingPath, IReadOnlyCollection<BookableCard> cards, bool priority = false)
    {
        var earliest = new DayLimit(rules.EarliestOn(channel, priority), DayReason.ChannelLead, rules.LeadOf(channel, priority));
        if (cards.Any(card => card.LiesElsewhere(buildingPath)) && rules.BroughtOverOn > earliest.On)
            earliest = new DayLimit(rules.BroughtOverOn, DayReason.Transfer, rules.Settings.TransferBusinessDays);
        // At the counter itself the card may be at hand: a visit at home, or a counter in another place, is what it was taken out for.
        if (channel is Channel.Web or Channel.Phone && cards.Max(card => card.BackBy) is { } backBy && rules.AfterReturnOn(backBy) is var back && back > earliest.On)
            earliest = new DayLimit(back, DayReason.TakenOut);
        var latest = new DayLimit(rules.LatestOn, DayReason.Horizon);
        var deadline = cards.Min(card => card.LastCollectableOn(rules.Settings.ReceivableAfterDeadline));
        return new BookingPeriod(earliest, deadline < latest.On ? new DayLimit(deadline.Value, DayReason.Deadline) : latest);
    }

    public bool Holds(DateOnly day) => day >= EarliestOn && day <= LatestOn;

    /// <summary>The same with the first day on which the counter is open at all; as it is where it stays closed to the end.</summary>
    public BookingPeriod At(Counter counter, CounterCalendar calendar)
    {
        if (IsEmpty || IsOpen(EarliestOn)) return this;
        for (var day = EarliestOn.AddDays(1); day <= LatestOn; day = day.AddDays(1))
        {
            if (IsOpen(day))
                return this with { Earliest = new DayLimit(day, DayReason.CounterClosed, Before: Earliest, Closed: calendar.WhyClosed(counter, EarliestOn)) };
        }

        return this;

        bool IsOpen(DateOnly day) => calendar.StretchesOf(counter, day).Count > 0;
    }
}
