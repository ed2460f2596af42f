using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.HandOver.Closings;

/// <summary>
/// Takes a counter's row, so that its closing and whatever puts a card into its tray or a person before it happen one after the other.
/// </summary>
internal static class CounterTurn
{
    public static async Task TakeTurnAsync(this Work work, Guid counterId, CancellationToken cancellationToken) =>
        await work.Context.Counters.Where(row => row.Id == counterId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Active, row => row.Active), cancellationToken);

    /// <summary>Whether the counter was closed for today; takes its turn first.</summary>
    public static async Task<bool> IsClosedTodayAsync(this Work work, Guid counterId, CancellationToken cancellationToken)
    {
        await work.TakeTurnAsync(counterId, cancellationToken);
        return await IsClosedAsync(work.Context, counterId, JapanTime.DateOf(work.Now), cancellationToken);
    }

    public static Task<bool> IsClosedAsync(TewatashiContext context, Guid counterId, DateOnly day, CancellationToken cancellationToken) =>
        context.CounterClosings.AnyAsync(row => row.CounterId == counterId && row.Day == day && row.ReopenedAt == null, cancellationToken);
}
