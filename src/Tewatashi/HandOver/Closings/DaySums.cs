using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.HandOver.OldPapers;
using Tewatashi.Reservations;
using Tewatashi.Time;

namespace Tewatashi.HandOver.Closings;

/// <summary>What a counter's day came to. Fees are counts: no amount stands beside a person.</summary>
/// <param name="OldPapers">Old cards and papers taken back and kept; what was punched was given back.</param>
public sealed record DaySums(int HandedOver, int NotHandedOver, int NoShows, int ReissueFees, int ExpressFees, int OldPapers)
{
    /// <summary>再交付 in yen, as the ordinances have it.</summary>
    public const int ReissueYen = 1000;

    /// <summary>特急発行 in yen.</summary>
    public const int ExpressYen = 2000;

    public int Yen => (ReissueFees * ReissueYen) + (ExpressFees * ExpressYen);

    internal static async Task<DaySums> OfAsync(TewatashiContext context, Guid counterId, DateOnly day, CancellationToken cancellationToken)
    {
        var (start, end) = (JapanTime.StartOf(day), JapanTime.StartOf(day.AddDays(1)));
        // One that was taken back counts no more: its fee was given back with it.
        var standing = context.HandOvers.Where(row => row.CounterId == counterId && row.CancelledAt == null && row.At >= start && (row.HappenedAt ?? row.At) >= start && (row.HappenedAt ?? row.At) < end);
        var answers = await (
            from record in standing
            join answer in context.HandOverAnswers on record.Id equals answer.HandOverId
            where answer.Question == Checklist.FeeReissue || answer.Question == Checklist.FeeExpress
            group answer by answer.Question into question
            select new { question.Key, Sum = question.Sum(row => row.Answer) }).ToDictionaryAsync(row => row.Key, row => row.Sum, cancellationToken);
        var ended = await (
            from visit in context.Visits
            where visit.CounterId == counterId && visit.Day == day
            join reservation in context.Reservations on visit.Id equals reservation.VisitId
            where reservation.State == ReservationState.NotHandedOver || reservation.State == ReservationState.NoShow
            group reservation by reservation.State into state
            select new { state.Key, Count = state.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        return new DaySums(
            await standing.CountAsync(cancellationToken),
            ended.GetValueOrDefault(ReservationState.NotHandedOver),
            ended.GetValueOrDefault(ReservationState.NoShow),
            answers.GetValueOrDefault(Checklist.FeeReissue),
            answers.GetValueOrDefault(Checklist.FeeExpress),
            await (
                from record in standing
                join paper in context.OldPapers on record.Id equals paper.HandOverId
                where paper.Handling == OldPaperHandling.Kept
                select paper.Count).SumAsync(cancellationToken));
    }
}
