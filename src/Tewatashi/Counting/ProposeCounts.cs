using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Counting;

/// <summary>
/// 今日の箱: draws the boxes to count today by lot, once a day, as many as the rules say. Boxes drawn before and still not counted are
/// among them, so that they do not pile up.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ProposeCounts(Database database)
{
    internal const string OncePerDay = "ux_stock_count_daily";

    public abstract record Outcome;

    /// <param name="LeftOver">Drawn on a day before and still to be counted.</param>
    public sealed record Proposed(int Drawn, int LeftOver) : Outcome;

    public sealed record AlreadyProposed : Outcome;

    /// <summary>The rules say none a day, what is left over fills the day, or there is no place.</summary>
    public sealed record Nothing(int LeftOver) : Outcome;

    public async Task<Outcome> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.PlanCounts, async work =>
            {
                var (context, today) = (work.Context, JapanTime.DateOf(work.Now));
                if (await DrawnAsync(context, today, cancellationToken)) return work.Refuse(new AlreadyProposed());
                var settings = await context.Settings.AsNoTracking().SingleAsync(cancellationToken);
                var leftOver = await context.StockCounts.CountAsync(row => row.Reason == CountReason.Daily && row.EndedAt == null, cancellationToken);
                var places = (await CountDue.OfAsync(context, cancellationToken)).Where(place => !place.Live)
                    .Select(place => (place.LocationId, place.Weight(today, settings.CountOverdueDays)));
                var drawn = CountLot.Draw(places, Math.Max(0, settings.CountsPerDay - leftOver), Random.Shared);
                // What somebody drew since the look above counts as left over by now: then there is nothing left to draw, but not for that reason.
                if (drawn.Count == 0) return work.Refuse<Outcome>(await DrawnAsync(context, today, cancellationToken) ? new AlreadyProposed() : new Nothing(leftOver));
                foreach (var (index, place) in drawn.Index()) context.Add(Counts.Planned(work, place, CountReason.Daily, index + 1));
                work.Record("Planned", detail: FormattableString.Invariant($"{drawn.Count}"), others: drawn);
                return new Proposed(drawn.Count, leftOver);
            }, cancellationToken: cancellationToken);
        }
        catch (AlreadyThereException exception) when (exception.Index is OncePerDay)
        {
            return new AlreadyProposed(); // somebody drew at the same moment
        }
    }

    private static Task<bool> DrawnAsync(TewatashiContext context, DateOnly today, CancellationToken cancellationToken) =>
        context.StockCounts.AnyAsync(row => row.PlannedOn == today && row.DailyOrdinal != null, cancellationToken);
}
