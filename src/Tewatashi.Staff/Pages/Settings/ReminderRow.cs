using System.Globalization;
using Tewatashi.Municipalities.Reminders;

namespace Tewatashi.Staff.Pages.Settings;

/// <summary>A stage of 再通知 as it is typed; without days it is none.</summary>
public sealed class ReminderRow
{
    public ReminderFrom CountedFrom { get; set; }
    public string? Days { get; set; }
    public string? DeadlineDays { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Days) && string.IsNullOrWhiteSpace(DeadlineDays);

    public static ReminderRow Of(ReminderStage? stage) => stage is null ? new() : new()
    {
        CountedFrom = stage.CountedFrom,
        Days = stage.Days.ToString(CultureInfo.InvariantCulture),
        DeadlineDays = stage.DeadlineDays.ToString(CultureInfo.InvariantCulture),
    };
}
