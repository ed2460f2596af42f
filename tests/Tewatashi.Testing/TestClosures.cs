using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Closures;

namespace Tewatashi.Testing;

/// <summary>Days that are closed under bookings, and what becomes of these.</summary>
public static class TestClosures
{
    /// <summary>Closes a day of every counter whatever is booked, as the administrator does who has seen the effect.</summary>
    public static Task<SaveClosure.Outcome> CloseAsync(this TestOffice office, DateOnly day, Guid? counterId = null, bool apply = true) =>
        office.Staff<SaveClosure>().RunAsync(new(counterId, day, "台風のため", apply), office.ByStaff(), CancellationToken.None);

    /// <summary>A visit as it lies in the table.</summary>
    public static Task<Visit> VisitAsync(this TestOffice office, Guid visitId) => office.SeeAsync(context => context.Visits.AsNoTracking().SingleAsync(row => row.Id == visitId));

    /// <summary>The states of a visit's persons in their order.</summary>
    public static Task<List<ReservationState>> StatesAsync(this TestOffice office, Guid visitId) =>
        office.SeeAsync(context => context.Reservations.Where(row => row.VisitId == visitId).OrderBy(row => row.Ordinal).Select(row => row.State).ToListAsync());

    /// <summary>Everything that does not hold in this municipality.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(this TestOffice office) =>
        [.. (await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations.Select(violation => violation.ToString())];

    /// <summary>One stretch of the day.</summary>
    public static Stretch Stretch(int from, int until, int booths) => new(new TimeOnly(from, 0), new TimeOnly(until, 0), booths);
}
