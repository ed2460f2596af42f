using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Time;

namespace Tewatashi.HandOver.Boards;

/// <summary>Reads the board of today: numbers, times and counters, no card and no person. Whoever opens the board is recorded by <see cref="OpenBoard"/>.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ReadBoard(Database database)
{
    public Task<BoardView> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            var now = database.Clock.GetUtcNow();
            var today = JapanTime.DateOf(now);
            var late = TimeSpan.FromMinutes((await context.RulesOnAsync(today, cancellationToken)).LateMinutes);
            var rows = await (
                from visit in context.Visits.AsNoTracking()
                where visit.Day == today
                join person in context.Reservations on visit.Id equals person.VisitId
                where person.State != ReservationState.Held && person.State != ReservationState.Lapsed && person.State != ReservationState.Cancelled
                select new { Visit = visit, person.State }).ToListAsync(cancellationToken);
            var lines = rows.GroupBy(row => row.Visit.Id)
                .Select(group => LineOf(group.First().Visit, [.. group.Select(row => row.State)], now, late)).OfType<BoardLine>().ToList();
            var members = await context.StaffMembers.AsNoTracking().Where(row => row.State == StaffState.Active).Select(row => new { row.Id, row.Roles }).ToListAsync(cancellationToken);
            return new BoardView(
                today, now, await DayCounter.AllAsync(context, cancellationToken),
                [
                    .. WaitingOrder.Of(lines.Where(line => line.State == BoardState.Waiting)),
                    .. lines.Where(line => line.State == BoardState.Called).OrderByDescending(line => line.CalledAt).ThenBy(line => line.VisitId),
                    .. lines.Where(line => line.State is BoardState.Expected or BoardState.Done).OrderBy(line => line.StartsAt).ThenBy(line => line.Number.Value, StringComparer.Ordinal),
                ],
                members.Where(member => member.Roles.May(Permission.ViewDay)).Select(member => member.Id).ToHashSet());
        }, cancellationToken);

    // Null: it lost its place, or nobody came.
    private static BoardLine? LineOf(Visit visit, List<ReservationState> states, DateTimeOffset now, TimeSpan late)
    {
        BoardState state;
        if (states.Contains(ReservationState.CheckedIn)) state = visit.CalledAt is null ? BoardState.Waiting : BoardState.Called;
        else if (states.Contains(ReservationState.Booked)) state = BoardState.Expected;
        else if (states.Contains(ReservationState.Completed) || states.Contains(ReservationState.NotHandedOver)) state = BoardState.Done;
        else return null;
        var booked = JapanTime.InstantOf(visit.Day, visit.StartsAt);
        // Minutes are compared whole, as at the check-in.
        var isLate = Math.Floor(((visit.CheckedInAt ?? now) - booked).TotalMinutes) > late.TotalMinutes && visit.Channel != Channel.Counter;
        return new BoardLine(visit.Id, visit.CounterId, visit.ReservationNumber, visit.CallNumber, visit.Day, visit.StartsAt, states.Count, state, visit.CheckedInAt, visit.CalledAt, isLate);
    }
}
