using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Families;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations.Walks;

/// <summary>What the telephone desk and the back office do to bookings.</summary>
internal static class DeskSteps
{
    private const string Nothing = "nothing to do";

    public static readonly IReadOnlyList<WalkSteps.Step> All =
    [
        new("book for a caller", 12, BookAsync),
        new("change for a caller", 7, ChangeAsync),
        new("cancel for a caller", 4, CancelAsync),
        new("add a person for a caller", 5, AddAsync),
        new("take a person out for a caller", 3, RemoveAsync),
        new("suspend a card", 2, SuspendAsync),
        new("lift a suspension", 3, LiftAsync),
        new("mark an amendment", 1, AmendAsync),
    ];

    private static async Task<string> BookAsync(Walker walker)
    {
        var persons = Enumerable.Range(0, walker.Random.Next(4) == 0 ? walker.Random.Next(1, 5) : 1).Select(_ => walker.Card().Id).Distinct()
            .Select(id => walker.Random.Next(6) == 0 ? new VisitPerson(id, RecipientKind.VoluntaryProxy, KanaName.Parse("ダイリ　ハナコ")) : new VisitPerson(id, RecipientKind.Applicant)).ToList();
        var (counter, day, time) = (walker.Counter(), walker.Day(), walker.Time());
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<BookForCaller>().RunAsync(new(persons, counter.Id, day, time, Proven: true), caller, CancellationToken.None));
    }

    private static async Task<string> ChangeAsync(Walker walker)
    {
        if (await walker.VisitAsync(SeatState.Taken) is not var (visit, _)) return Nothing;
        var (counter, day, time) = (walker.Counter(), walker.Day(), walker.Time());
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<ChangeVisit>().RunAsync(new(visit.Id, counter.Id, day, time), caller, CancellationToken.None));
    }

    private static async Task<string> CancelAsync(Walker walker) => await walker.VisitAsync(SeatState.Taken) is var (visit, _)
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<CancelVisit>().RunAsync(new(visit.Id), caller, CancellationToken.None))
        : Nothing;

    private static async Task<string> AddAsync(Walker walker)
    {
        if (await walker.VisitAsync(SeatState.Taken) is not var (visit, _)) return Nothing;
        var form = new AddToVisit.ForCaller(visit.Id, [new VisitPerson(walker.Card().Id, RecipientKind.Applicant)], Proven: true);
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<AddToVisit>().RunAsync(form, caller, CancellationToken.None));
    }

    private static async Task<string> RemoveAsync(Walker walker) => await walker.VisitAsync(SeatState.Taken) is var (visit, person)
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<RemoveFromVisit>().RunAsync(new(visit.Id, person.Id), caller, CancellationToken.None))
        : Nothing;

    private static async Task<string> SuspendAsync(Walker walker)
    {
        var (card, reason) = (walker.Card(), walker.OneOf(Enum.GetValues<Suspension>().Where(reason => reason != Suspension.Abolished).ToArray()));
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<SuspendCard>().RunAsync(new(card.Id, reason), caller, CancellationToken.None));
    }

    private static async Task<string> LiftAsync(Walker walker)
    {
        var stopped = await walker.Office.SeeAsync(context => context.Cards.AsNoTracking().Where(row => row.Suspension != null).OrderBy(row => row.Ordinal).ToListAsync());
        if (stopped.Count == 0) return Nothing;
        var card = walker.OneOf(stopped);
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<LiftSuspension>().RunAsync(new(card.Id, card.Version), caller, CancellationToken.None));
    }

    private static async Task<string> AmendAsync(Walker walker)
    {
        var card = walker.Card();
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<MarkAmendment>().RunAsync(new(card.Id, walker.Random.Next(2) == 0), caller, CancellationToken.None));
    }
}
