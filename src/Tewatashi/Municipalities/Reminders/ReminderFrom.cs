namespace Tewatashi.Municipalities.Reminders;

/// <summary>From when on the days of a stage of 再通知 are counted.</summary>
public enum ReminderFrom
{
    /// <summary>交付期限 of the notice that counts now: due on the day behind it, and so many days.</summary>
    Deadline,

    /// <summary>The day on which the notice that counts now was sent.</summary>
    LastNotice,
}

public static class ReminderFromNames
{
    public static string Name(this ReminderFrom from) => from switch
    {
        ReminderFrom.Deadline => "交付期限を過ぎてから",
        ReminderFrom.LastNotice => "前の通知を発送してから",
    };
}
