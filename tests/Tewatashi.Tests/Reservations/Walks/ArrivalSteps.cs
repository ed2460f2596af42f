using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.HandOver;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Testing;
using Tewatashi.Time;

namespace Tewatashi.Tests.Reservations.Walks;

/// <summary>What happens on the day: the card is picked, somebody comes or does not, the card is handed over or goes back.</summary>
internal static class ArrivalSteps
{
    private const string Nothing = "nothing to do";

    public static readonly IReadOnlyList<WalkSteps.Step> All =
    [
        new("pick", 6, PickAsync),
        new("check in", 8, CheckInAsync),
        new("check in at the visit's time", 8, CheckInInTimeAsync),
        new("check in without a booking", 4, WalkInAsync),
        new("undo a check-in", 2, UndoAsync),
        new("not handed over", 3, RefuseAsync),
        new("hand over", 3, HandOverAsync),
        new("back to the shelf", 4, ReshelveAsync),
        new("mark no-shows", 3, MarkAsync),
    ];

    private static async Task<string> PickAsync(Walker walker)
    {
        if (await walker.VisitAsync(SeatState.Taken) is not var (visit, person) || !walker.Walk.Cards.TryGetValue(person.CardId ?? Guid.Empty, out var card)) return Nothing;
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<PickCard>().RunAsync(new(card.Card.SerialNumber, visit.CounterId, visit.Day, Unmoved: true), caller, CancellationToken.None));
    }

    private static async Task<string> CheckInAsync(Walker walker) => await walker.VisitAsync(SeatState.Taken) is var (visit, _) ? await CheckInAsync(walker, visit) : Nothing;

    private static async Task<string> CheckInInTimeAsync(Walker walker)
    {
        if (await walker.VisitAsync(SeatState.Taken) is not var (visit, person)) return Nothing;
        walker.Walk.PassUntil(JapanTime.InstantOf(visit.Day, visit.StartsAt).AddMinutes(-walker.Random.Next(0, 20)));
        if (walker.Walk.Cards.TryGetValue(person.CardId ?? Guid.Empty, out var card))
            await walker.Office.Staff<PickCard>().RunAsync(new(card.Card.SerialNumber, visit.CounterId, visit.Day, Unmoved: true), walker.Staff(), CancellationToken.None);
        return await CheckInAsync(walker, visit);
    }

    private static Task<string> CheckInAsync(Walker walker, Visit visit)
    {
        var (code, late) = (new ArrivalCode.Reservation(visit.ReservationNumber), walker.Random.Next(2) == 0);
        return walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<CheckIn>().RunAsync(new(code, visit.CounterId, null, late), caller, CancellationToken.None));
    }

    private static async Task<string> WalkInAsync(Walker walker)
    {
        var (card, counter) = (walker.Card(), walker.Counter());
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<CheckInWalkIn>().RunAsync(new(card.Id, counter.Id, RecipientKind.Applicant), caller, CancellationToken.None));
    }

    private static async Task<string> UndoAsync(Walker walker) => await walker.ReservationAsync(ReservationState.CheckedIn) is { } reservation
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<UndoCheckIn>().RunAsync(new(reservation.Id), caller, CancellationToken.None))
        : Nothing;

    private static async Task<string> RefuseAsync(Walker walker)
    {
        if (await walker.ReservationAsync(ReservationState.CheckedIn) is not { } reservation) return Nothing;
        var reason = walker.OneOf(Enum.GetValues<NotHandedOverReason>());
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<RefuseHandOver>().RunAsync(new(reservation.Id, reason), caller, CancellationToken.None));
    }

    private static async Task<string> HandOverAsync(Walker walker)
    {
        if (await walker.ReservationAsync(ReservationState.CheckedIn) is not { } reservation || !walker.Walk.Cards.TryGetValue(reservation.CardId ?? Guid.Empty, out var card)) return Nothing;
        var birthday = TestCards.NamesOf(card.Card.Ordinal).Birthday;
        var amendment = await walker.Office.SeeAsync(context => context.Cards.Where(row => row.Id == card.Id).Select(row => row.AmendmentNeeded).SingleAsync());
        var form = new HandOverCard.Request(
            reservation.Id, card.Card.SerialNumber, new(birthday, birthday),
            new(reservation.RecipientKind, reservation.RecipientKind.ComesAlone() ? KanaName.Parse("ダイリ　ハナコ") : null),
            TestDay.GoodAnswers(reservation.RecipientKind, amendment), FileNumber.Parse("8-0001"));
        var outcome = await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<HandOverCard>().RunAsync(form, caller, CancellationToken.None));
        if (await walker.Office.SeeAsync(context => context.Cards.AnyAsync(row => row.Id == card.Id && row.Progress == CardProgress.HandedOver)))
            walker.Walk.Cards.TryRemove(card.Id, out _);
        return outcome;
    }

    private static async Task<string> ReshelveAsync(Walker walker)
    {
        var (card, box) = (walker.Card(), walker.OneOf(walker.Walk.Boxes));
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<ReshelveCard>().RunAsync(new(card.Id, box), caller, CancellationToken.None));
    }

    private static async Task<string> MarkAsync(Walker walker) => walker.Random.Next(2) == 0
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<MarkNoShows>().RunAsync(caller, CancellationToken.None)) is "0" or "twice 0" ? "none" : "some"
        : await walker.Office.Worker<MarkNoShows>().RunAsync(Caller.Worker(walker.Office.Municipality), CancellationToken.None) == 0 ? "none" : "some";
}
