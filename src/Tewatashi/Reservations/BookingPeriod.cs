namespace Tewatashi.Reservations;

/// <summary>The days that can be booked for certain cards at a certain office, both inclusive. Empty where the first lies behind the last.</summary>
internal sealed record BookingPeriod(DateOnly EarliestOn, DateOnly LatestOn)
{
    public static BookingPeriod Of(BookingRules rules, Channel channel, string buildingPath, IReadOnlyCollection<BookableCard> cards)
    {
        var earliest = rules.EarliestOn(channel);
        if (cards.Any(card => card.LiesElsewhere(buildingPath)) && rules.BroughtOverOn > earliest) earliest = rules.BroughtOverOn;
        var latest = cards.Select(card => card.LastCollectableOn(rules.Settings.ReceivableAfterDeadline)).Append(rules.LatestOn).Min()!.Value; // the last is there
        return new BookingPeriod(earliest, latest);
    }

    public bool Holds(DateOnly day) => day >= EarliestOn && day <= LatestOn;

    public bool IsEmpty => EarliestOn > LatestOn;
}
