using Tewatashi.HandOver;
using Tewatashi.HandOver.Boards;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Families;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations.Walks;

/// <summary>Who comes for another kind of booking, without a card, in the same seats: alone or along with those who collect.</summary>
internal static class ErrandSteps
{
    private const string Nothing = "nothing to do";

    public static readonly IReadOnlyList<WalkSteps.Step> All =
    [
        new("book another kind for a caller", 5, BookAsync),
        new("add another kind to a visit", 3, AddAsync),
        new("come for another kind without a booking", 3, WalkInAsync),
        new("call to the booth", 4, CallAsync),
        new("another kind is done", 3, CompleteAsync),
    ];

    private static async Task<string> BookAsync(Walker walker)
    {
        List<VisitPerson> persons = [VisitPerson.ForKind(walker.Walk.Kind.Id)];
        if (walker.Random.Next(3) == 0) persons.Insert(0, new VisitPerson(walker.Card().Id, Tewatashi.Municipalities.RecipientKind.Applicant));
        var (counter, day, time) = (walker.Counter(), walker.Day(), walker.Time());
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<BookForCaller>().RunAsync(new(persons, counter.Id, day, time, Proven: true), caller, CancellationToken.None));
    }

    private static async Task<string> AddAsync(Walker walker)
    {
        if (await walker.VisitAsync(SeatState.Taken) is not var (visit, _)) return Nothing;
        var form = new AddToVisit.ForCaller(visit.Id, [VisitPerson.ForKind(walker.Walk.Kind.Id)], Proven: true);
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<AddToVisit>().RunAsync(form, caller, CancellationToken.None));
    }

    private static async Task<string> WalkInAsync(Walker walker)
    {
        var counter = walker.Counter();
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<CheckInErrand>().RunAsync(new(walker.Walk.Kind.Id, counter.Id), caller, CancellationToken.None));
    }

    private static async Task<string> CallAsync(Walker walker) => await walker.ReservationAsync(ReservationState.CheckedIn) is { } reservation
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<CallVisit>().RunAsync(new(reservation.VisitId), caller, CancellationToken.None))
        : Nothing;

    private static async Task<string> CompleteAsync(Walker walker) => await walker.ReservationAsync(ReservationState.CheckedIn) is { } reservation
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<CompleteErrand>().RunAsync(new(reservation.Id), caller, CancellationToken.None))
        : Nothing;
}
