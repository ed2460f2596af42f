using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Waiting;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations.Walks;

/// <summary>One person of a walk, with dice of their own.</summary>
internal sealed class Walker(Walk walk, Random random)
{
    // Few and early: people who want the same thing.
    private static readonly TimeOnly[] Times = [new(9, 0), new(9, 10), new(9, 15), new(9, 30), new(10, 0), new(16, 45)];

    public Walk Walk => walk;
    public TestOffice Office => walk.Office;
    public Random Random => random;

    public T OneOf<T>(IReadOnlyList<T> many) => many[random.Next(many.Count)];

    public NotifiedCard Card() => OneOf(walk.AtHand());

    public Counter Counter() => OneOf(walk.Counters);

    public TimeOnly Time() => OneOf(Times);

    /// <summary>Of the coming days; the nearest ones that can be booked are the most wanted.</summary>
    public DateOnly Day() => Office.Today.AddDays(random.Next(3) == 0 ? random.Next(0, 15) : random.Next(1, 7));

    public Caller Resident(Guid cardId) => Office.ByResident(cardId);

    public Caller Staff() => Office.ByStaff();

    /// <summary>Some visit whose seat is in this state, and the card of one who comes; null where there is none.</summary>
    public async Task<(Visit Visit, Reservation Person)?> VisitAsync(SeatState seat)
    {
        var visits = await Office.SeeAsync(context => (
            from visit in context.Visits.AsNoTracking()
            where visit.Seat == seat
            join reservation in context.Reservations on visit.Id equals reservation.VisitId
            orderby visit.Id descending, reservation.Ordinal
            select new { visit, reservation }).Take(20).ToListAsync());
        if (visits.Count == 0) return null;
        var one = OneOf(visits);
        return (one.visit, one.reservation);
    }

    /// <summary>Some reservation in this state; null where there is none.</summary>
    public async Task<Reservation?> ReservationAsync(ReservationState state)
    {
        var found = await Office.SeeAsync(context => context.Reservations.AsNoTracking()
            .Where(row => row.State == state).OrderByDescending(row => row.Id).Take(20).ToListAsync());
        return found.Count == 0 ? null : OneOf(found);
    }

    /// <summary>Presses a button: one time in four twice at the same moment, as impatient people do.</summary>
    public async Task<string> PressAsync<T>(Caller caller, Func<Caller, Task<T>> run) where T : notnull
    {
        if (random.Next(4) > 0) return Word(await run(caller));
        var both = await Task.WhenAll(Task.Run(() => run(caller)), Task.Run(() => run(caller)));
        var visits = both.Select(VisitOf).OfType<Guid>().Distinct().Count();
        if (visits > 1) walk.Fail($"pressed twice, booked twice: {both[0]} {both[1]}");
        return $"twice {Word(both[0])}";
    }

    public static string Word<T>(T outcome) where T : notnull => outcome switch
    {
        HoldSeat.Refused refused => $"Refused {refused.Why.GetType().Name}",
        BookVisit.Refused refused => $"Refused {refused.Why.GetType().Name}",
        ChangeVisit.Refused refused => $"Refused {refused.Why.GetType().Name}",
        BookForCaller.Refused refused => $"Refused {refused.Why.GetType().Name}",
        bool or int => outcome.ToString() ?? "",
        _ => outcome.GetType().Name,
    };

    private static Guid? VisitOf<T>(T outcome) => outcome switch
    {
        HoldSeat.Held held => held.VisitId,
        BookVisit.Booked booked => booked.VisitId,
        BookForCaller.Booked booked => booked.VisitId,
        AcceptOffer.Accepted accepted => accepted.VisitId,
        _ => null,
    };
}
