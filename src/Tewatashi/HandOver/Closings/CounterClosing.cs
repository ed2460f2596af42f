using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.HandOver.Closings;

/// <summary>
/// 締め: that a counter's day was gone through to its end, by whom, and what it came to. One stands for a counter and day (a unique index);
/// reopened on the same day it stays and says so.
/// </summary>
public sealed class CounterClosing : IMunicipalityOwned
{
    public const string OneStanding = "ux_counter_closing_one_standing";

    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required Guid CounterId { get; init; }
    public required DateOnly Day { get; init; }
    public required DateTimeOffset ClosedAt { get; init; }
    public required Guid ClosedBy { get; init; }

    public required int HandedOver { get; init; }
    public required int NotHandedOver { get; init; }
    public required int NoShows { get; init; }

    /// <summary>Cards that stayed in the tray, each with its reason.</summary>
    public required int KeptCards { get; init; }

    /// <summary>Sealed 暗証番号設定依頼書 in custody.</summary>
    public required int PinForms { get; init; }

    /// <summary>How many re-issue fees were taken.</summary>
    public required int ReissueFees { get; init; }

    /// <summary>How many express fees were taken.</summary>
    public required int ExpressFees { get; init; }

    /// <summary>Old cards and papers taken back, by the checklists of the day.</summary>
    public required int OldPapers { get; init; }

    /// <summary>The same, as counted by hand.</summary>
    public required int OldPapersCounted { get; init; }

    /// <summary>Differences to the national terminal's list that nobody had settled; null where no list of the day was brought in.</summary>
    public required int? Differences { get; init; }

    /// <summary>Null while it stands.</summary>
    public DateTimeOffset? ReopenedAt { get; set; }

    public Guid? ReopenedBy { get; set; }
}
