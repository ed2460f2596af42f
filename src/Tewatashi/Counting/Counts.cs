using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Counting;

/// <summary>What the steps of a count share.</summary>
internal static class Counts
{
    public const string OneLivePerPlace = "ux_stock_count_one_live_per_place";

    public static StockCount Planned(Work work, Guid locationId, CountReason reason, int? ordinal = null) => new()
    {
        Municipality = work.Municipality,
        Id = Ids.New(),
        LocationId = locationId,
        Reason = reason,
        State = CountState.Planned,
        PlannedOn = JapanTime.DateOf(work.Now),
        DailyOrdinal = ordinal,
    };

    /// <summary>Takes the row of an open count, so that scans and its closing come one after the other; false where it is not open.</summary>
    public static async Task<bool> TakeTurnAsync(Work work, Guid countId, CancellationToken cancellationToken) =>
        await work.Context.StockCounts.Where(row => row.Id == countId && row.State == CountState.Open)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, CountState.Open), cancellationToken) == 1;
}
