using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Reservations;

namespace Tewatashi.HandOver;

/// <summary>The days on which somebody is booked.</summary>
internal static class BookedDays
{
    /// <summary>The first of them behind today; null where nobody is booked.</summary>
    public static Task<DateOnly?> NextAsync(TewatashiContext context, DateOnly today, Guid? counterId, CancellationToken cancellationToken) =>
        (from visit in context.Visits
         where visit.Day > today && (counterId == null || visit.CounterId == counterId)
         where context.Reservations.Any(row => row.VisitId == visit.Id && row.State == ReservationState.Booked)
         orderby visit.Day
         select (DateOnly?)visit.Day).FirstOrDefaultAsync(cancellationToken);
}
