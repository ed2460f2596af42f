using Tewatashi.Data;
using Tewatashi.HandOver.Closings;
using Tewatashi.Reservations;
using Tewatashi.Time;

namespace Tewatashi.HandOver;

/// <summary>当日控えからの入力: what happened while our own system was down is entered with its real time, on a day that was not closed yet.</summary>
internal static class LaterEntry
{
    public const int MostDays = 7;

    /// <summary>Null where the time can be taken.</summary>
    public static async Task<LaterProblem?> ProblemAsync(Work work, Visit visit, DateTimeOffset happenedAt, CancellationToken cancellationToken)
    {
        if (happenedAt > work.Now) return LaterProblem.InFuture;
        if (JapanTime.DateOf(happenedAt) != visit.Day) return LaterProblem.OtherDay;
        if (JapanTime.DateOf(work.Now).DayNumber - visit.Day.DayNumber > MostDays) return LaterProblem.TooLongAgo;
        if (happenedAt < visit.CheckedInAt) return LaterProblem.BeforeArrival;
        await work.TakeTurnAsync(visit.CounterId, cancellationToken);
        return await CounterTurn.IsClosedAsync(work.Context, visit.CounterId, visit.Day, cancellationToken) ? LaterProblem.DayClosed : null;
    }

    /// <summary>As it stands in the log, beside what the entry says anyway.</summary>
    public static string Detail(string detail, DateTimeOffset? happenedAt) =>
        happenedAt is { } at ? FormattableString.Invariant($"{detail} EnteredLater {JapanTime.DateOf(at):yyyy-MM-dd} {JapanTime.TimeOf(at):HH:mm}") : detail;
}
