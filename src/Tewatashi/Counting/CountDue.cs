using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Storage;
using Tewatashi.Time;

namespace Tewatashi.Counting;

/// <summary>How long ago a place in use was counted, and what that means.</summary>
/// <param name="CountedOn">The last day on which a count of it was closed; null: never.</param>
/// <param name="Since">From when on cards lie in it that nobody has counted; null where none lie in it.</param>
/// <param name="Live">A count of it is planned or open.</param>
internal sealed record CountDue(Guid LocationId, string Path, DateOnly? CountedOn, DateOnly? Since, bool Live)
{
    /// <summary>Cards lie in it longer than the rule allows without a count.</summary>
    public bool IsOverdue(DateOnly today, int overdueDays) => Since is { } since && today.DayNumber - since.DayNumber > overdueDays;

    /// <summary>Its weight in the lot: days without a count and one; a place that was never counted weighs as if it were twice overdue.</summary>
    public double Weight(DateOnly today, int overdueDays) => CountedOn is { } day ? 1 + Math.Max(0, today.DayNumber - day.DayNumber) : 1 + (2.0 * overdueDays);

    /// <summary>Every place in use into which cards go, in walking order.</summary>
    public static async Task<IReadOnlyList<CountDue>> OfAsync(TewatashiContext context, CancellationToken cancellationToken)
    {
        var places = await context.Locations.Where(row => row.Capacity != null && !row.Retired).OrderBy(row => row.Path)
            .Select(row => new { row.Id, row.Path }).ToListAsync(cancellationToken);
        var counted = await context.StockCounts.Where(row => row.State == CountState.Closed).GroupBy(row => row.LocationId)
            .Select(group => new { group.Key, At = group.Max(row => row.EndedAt) }).ToDictionaryAsync(row => row.Key, row => row.At, cancellationToken);
        var oldest = await context.Cards.Where(row => row.LocationId != null).GroupBy(row => row.LocationId)
            .Select(group => new { group.Key, At = group.Min(row => row.PlacedAt) }).ToDictionaryAsync(row => row.Key!.Value, row => row.At, cancellationToken); // not null above
        var live = (await context.StockCounts.Where(row => row.EndedAt == null).Select(row => row.LocationId).ToListAsync(cancellationToken)).ToHashSet();
        return
        [
            .. places.Select(place =>
            {
                var last = counted.GetValueOrDefault(place.Id);
                DateTimeOffset? since = oldest.TryGetValue(place.Id, out var placed) ? last > placed ? last : placed : null;
                return new CountDue(place.Id, place.Path, DateOf(last), DateOf(since), live.Contains(place.Id));
            }),
        ];
    }

    private static DateOnly? DateOf(DateTimeOffset? at) => at is { } known ? JapanTime.DateOf(known) : null;
}
