namespace Tewatashi.Reservations;

/// <summary>Why a visit cannot be earlier, or later, than a day. The same on every channel.</summary>
public enum DayReason
{
    /// <summary>The channel's own lead: so many 開庁日 to look the card out.</summary>
    ChannelLead,

    /// <summary>移送: a card lies in another office and so many 開庁日 pass until it is here.</summary>
    Transfer,

    /// <summary>持出し: a card is outside the office until the day before.</summary>
    TakenOut,

    /// <summary>The counter is closed on the days before.</summary>
    CounterClosed,

    /// <summary>Later days are not open to booking yet.</summary>
    Horizon,

    /// <summary>交付期限, or the card's own last day.</summary>
    Deadline,
}
