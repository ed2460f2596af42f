using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Time;

namespace Tewatashi.HandOver;

/// <summary>今日: who comes, who waits, what is late, what to pick for today and the next day, what goes back to the shelf. The view is recorded.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeDay(Database database)
{
    /// <param name="CounterId">Null: every counter.</param>
    public sealed record Request(Guid? CounterId);

    public Task<DayView> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ViewDay, async work =>
        {
            var view = await ReadAsync(work, request.CounterId, cancellationToken);
            work.Record("Viewed", request.CounterId, FormattableString.Invariant($"{view.Lines.Count}"), view.Lines.Concat(view.Leftover).Select(line => line.CardId).OfType<Guid>());
            return view;
        }, cancellationToken: cancellationToken);

    private static async Task<DayView> ReadAsync(Work work, Guid? counterId, CancellationToken cancellationToken)
    {
        var context = work.Context;
        var today = JapanTime.DateOf(work.Now);
        var lateMinutes = (await context.RulesOnAsync(today, cancellationToken)).LateMinutes;
        var lines = DayLines.Of(await DayRow.OfDayAsync(context, today, counterId, cancellationToken), work.Now, lateMinutes);
        var leftover = await DayRow.Of(context, context.Visits.Where(visit => visit.Day < today && (counterId == null || visit.CounterId == counterId)))
            .Where(row => row.State == ReservationState.CheckedIn).AsNoTracking().ToListAsync(cancellationToken);
        var missed = await (
            from reservation in context.Reservations
            where reservation.State == ReservationState.Booked
            join visit in context.Visits on reservation.VisitId equals visit.Id
            where visit.Day < today && (counterId == null || visit.CounterId == counterId)
            select reservation.Id).CountAsync(cancellationToken);
        var nextDay = await BookedDays.NextAsync(context, today, counterId, cancellationToken);
        var next = nextDay is { } day
            ? (await DayRow.OfDayAsync(context, day, counterId, cancellationToken)).FindAll(row => row.State == ReservationState.Booked)
            : [];
        return new DayView(
            today,
            await DayCounter.AllAsync(context, cancellationToken),
            counterId,
            lines,
            nextDay,
            next.Count(row => row.Pick == PickState.ToPick),
            next.Count(row => row.Pick.IsProblem()),
            (await TrayCards.ToReshelveAsync(context, today, counterId, cancellationToken)).Count,
            DayLines.Of(leftover, work.Now, lateMinutes),
            missed,
            counterId is { } counter && lines.Exists(line => line.State == ReservationState.Booked) && !await IsSheetPrintedAsync(context, counter, today, cancellationToken));
    }

    private static Task<bool> IsSheetPrintedAsync(TewatashiContext context, Guid counterId, DateOnly today, CancellationToken cancellationToken)
    {
        var begin = JapanTime.StartOf(today);
        return context.Audit.AnyAsync(row => row.SubjectId == counterId && row.At >= begin && row.Operation == OperationKind.PrintDaySheet, cancellationToken);
    }
}
