using Tewatashi.Cards;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Families;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations.Walks;

/// <summary>What residents do on the internet.</summary>
internal static class ResidentSteps
{
    private const string Nothing = "nothing to do";

    public static readonly IReadOnlyList<WalkSteps.Step> All =
    [
        new("hold", 10, HoldAsync),
        new("hold as a family", 3, HoldAsFamilyAsync),
        new("hold and book", 14, HoldAndBookAsync),
        new("extend a hold", 3, ExtendAsync),
        new("release a hold", 3, ReleaseAsync),
        new("book a hold", 10, BookAsync),
        new("add a person on the internet", 4, JoinAsync),
        new("take a person out on the internet", 3, RemoveAsync),
        new("change on the internet", 8, ChangeAsync),
        new("cancel on the internet", 4, CancelAsync),
    ];

    private static async Task<string> HoldAsync(Walker walker)
    {
        var card = walker.Card();
        var session = await walker.Office.WriteSessionAsync(card);
        var (counter, day, time) = (walker.Counter(), walker.Day(), walker.Time());
        return await walker.PressAsync(walker.Resident(card.Id), caller => walker.Office.Resident<HoldSeat>().RunAsync(new(session, counter.Id, day, time), caller, CancellationToken.None));
    }

    private static async Task<string> HoldAsFamilyAsync(Walker walker)
    {
        var card = walker.Card();
        var session = await walker.Office.WriteSessionAsync(card);
        var joined = new List<VisitPerson> { new(card.Id, RecipientKind.Applicant) };
        for (var others = walker.Random.Next(1, 4); others > 0; others--)
        {
            var other = walker.Card();
            if (await walker.Office.Resident<JoinPerson>().RunAsync(new(session, other.ReceptionNumber, null, other.Password), walker.Resident(card.Id), CancellationToken.None) is JoinPerson.Joined)
                joined.Add(new(other.Id, RecipientKind.Applicant));
        }

        if (joined.Count > 2 && walker.Random.Next(3) == 0)
        {
            await walker.Office.Resident<LeaveOutPerson>().RunAsync(session, joined.Count, walker.Resident(card.Id), CancellationToken.None);
            joined.RemoveAt(joined.Count - 1);
        }

        await walker.Office.Resident<AnswerWhoComes>().RunAsync(new(session, joined), walker.Resident(card.Id), CancellationToken.None);
        var (counter, day, time) = (walker.Counter(), walker.Day(), walker.Time());
        return await walker.PressAsync(walker.Resident(card.Id), caller => walker.Office.Resident<HoldSeat>().RunAsync(new(session, counter.Id, day, time), caller, CancellationToken.None));
    }

    private static async Task<string> HoldAndBookAsync(Walker walker)
    {
        var card = walker.Card();
        var session = await walker.Office.WriteSessionAsync(card);
        var held = await walker.Office.HoldAsync(card, session, walker.Counter(), walker.Day(), walker.Time());
        return held is HoldSeat.Held { VisitId: var visitId }
            ? await walker.PressAsync(walker.Resident(card.Id), caller => walker.Office.Resident<BookVisit>().RunAsync(new(visitId), caller, CancellationToken.None))
            : Walker.Word(held);
    }

    private static async Task<string> ExtendAsync(Walker walker) => await walker.VisitAsync(SeatState.Held) is var (visit, person)
        ? await walker.PressAsync(walker.Resident(person.CardId ?? Guid.Empty), caller => walker.Office.Resident<ExtendHold>().RunAsync(new(visit.Id), caller, CancellationToken.None))
        : Nothing;

    private static async Task<string> ReleaseAsync(Walker walker) => await walker.VisitAsync(SeatState.Held) is var (visit, person)
        ? await walker.PressAsync(walker.Resident(person.CardId ?? Guid.Empty), caller => walker.Office.Resident<ReleaseHold>().RunAsync(new(visit.Id), caller, CancellationToken.None))
        : Nothing;

    // A hold that was given back is confirmed too: whoever came back late presses the same button.
    private static async Task<string> BookAsync(Walker walker) => await walker.VisitAsync(walker.Random.Next(4) == 0 ? SeatState.Released : SeatState.Held) is var (visit, person)
        ? await walker.PressAsync(walker.Resident(person.CardId ?? Guid.Empty), caller => walker.Office.Resident<BookVisit>().RunAsync(new(visit.Id), caller, CancellationToken.None))
        : Nothing;

    private static async Task<string> JoinAsync(Walker walker)
    {
        if (await walker.VisitAsync(SeatState.Taken) is not var (visit, person) || !walker.Walk.Cards.TryGetValue(person.CardId ?? Guid.Empty, out var own)) return Nothing;
        var session = await walker.Office.WriteSessionAsync(own);
        var other = walker.Card();
        await walker.Office.Resident<JoinVisit>().RunAsync(
            new(session, visit.Id, other.ReceptionNumber, null, other.Password, RecipientKind.Applicant, null), walker.Resident(own.Id), CancellationToken.None);
        return await walker.PressAsync(walker.Resident(own.Id), caller => walker.Office.Resident<AddToVisit>().RunAsync(
            new AddToVisit.FromSession(visit.Id, session), caller, CancellationToken.None));
    }

    private static async Task<string> RemoveAsync(Walker walker) => await walker.VisitAsync(SeatState.Taken) is var (visit, person)
        ? await walker.PressAsync(walker.Resident(person.CardId ?? Guid.Empty), caller => walker.Office.Resident<RemoveFromVisit>().RunAsync(new(visit.Id, person.Id), caller, CancellationToken.None))
        : Nothing;

    private static async Task<string> ChangeAsync(Walker walker)
    {
        if (await walker.VisitAsync(SeatState.Taken) is not var (visit, person)) return Nothing;
        var (counter, day, time) = (walker.Counter(), walker.Day(), walker.Time());
        return await walker.PressAsync(walker.Resident(person.CardId ?? Guid.Empty), caller => walker.Office.Resident<ChangeVisit>().RunAsync(new(visit.Id, counter.Id, day, time), caller, CancellationToken.None));
    }

    private static async Task<string> CancelAsync(Walker walker) => await walker.VisitAsync(SeatState.Taken) is var (visit, person)
        ? await walker.PressAsync(walker.Resident(person.CardId ?? Guid.Empty), caller => walker.Office.Resident<CancelVisit>().RunAsync(new(visit.Id), caller, CancellationToken.None))
        : Nothing;
}
