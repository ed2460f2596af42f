namespace Tewatashi.Statistics;

/// <summary>Which of the figures a file holds.</summary>
public enum StatisticsTable
{
    /// <summary>The nation's four counters, day by day.</summary>
    Days,

    /// <summary>Visits, places used, no-shows and waiting, by week and counter.</summary>
    Weeks,
}
