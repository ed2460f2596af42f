using Tewatashi.Data;

namespace Tewatashi.Municipalities.Reminders;

/// <summary>再通知の段階: when a card that nobody collected or booked is told of again, and until when it may be collected then.</summary>
public sealed class ReminderStage : IMunicipalityOwned
{
    public const int Most = 5;
    public const int MostDays = 730;
    public const int LeastDeadlineDays = 14;

    public required MunicipalityCode Municipality { get; init; }

    /// <summary>From 1, without a gap; a card passes them one after the other.</summary>
    public required int Stage { get; init; }

    public required ReminderFrom CountedFrom { get; set; }

    /// <summary>0 to <see cref="MostDays"/>.</summary>
    public required int Days { get; set; }

    /// <summary>交付期限 of the reminder in days from the day its batch is made.</summary>
    public required int DeadlineDays { get; set; }

    /// <summary>When it is due, in words.</summary>
    public string When => (CountedFrom, Days) switch
    {
        (ReminderFrom.Deadline, 0) => "交付期限を過ぎたとき",
        _ => FormattableString.Invariant($"{CountedFrom.Name()}{Days}日"),
    };

    /// <summary>What a municipality begins with: once, at the deadline.</summary>
    public static ReminderStage First(MunicipalityCode municipality) =>
        new() { Municipality = municipality, Stage = 1, CountedFrom = ReminderFrom.Deadline, Days = 0, DeadlineDays = 90 };
}
