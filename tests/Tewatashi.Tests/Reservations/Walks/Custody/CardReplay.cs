using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations.Walks.Custody;

/// <summary>
/// Plays the whole history of every card again: its movements must be one way from nowhere to where it is now, and the steps in the operation log,
/// from what the file said, must come to its progress. The clock stands still within a sequence, so the order is found, not read.
/// </summary>
internal static class CardReplay
{
    private static readonly (OperationKind Operation, string Outcome, CardStep Step)[] Steps =
    [
        (OperationKind.InspectCard, "Inspected", CardStep.Inspect),
        (OperationKind.PrepareCard, "Prepared", CardStep.Prepare),
        (OperationKind.HandOverCard, "HandedOver", CardStep.HandOver),
        (OperationKind.CancelHandOver, "Cancelled", CardStep.CancelHandOver),
        (OperationKind.ConfirmLost, "Lost", CardStep.ConfirmLost),
        (OperationKind.ConfirmLostInPost, "Lost", CardStep.ConfirmLost),
        (OperationKind.ConfirmNeverSent, "NeverSent", CardStep.ConfirmNeverSent),
        (OperationKind.ReturnToMaker, "ReturnedToMaker", CardStep.ReturnToMaker),
    ];

    /// <returns>What does not add up.</returns>
    public static Task<IReadOnlyList<string>> RunAsync(TestOffice office) => office.SeeAsync<IReadOnlyList<string>>(async context =>
    {
        var cards = await context.Cards.AsNoTracking().ToListAsync();
        var movements = (await context.Movements.AsNoTracking().ToListAsync()).ToLookup(row => row.CardId);
        var steps = await StepsAsync(context);
        return
        [
            .. cards.Where(card => !IsOneWay(card, [.. movements[card.Id]])).Select(card => $"{card.SerialNumber.Value}: its {movements[card.Id].Count()} movements are no way to {card.Place}"),
            .. cards.Select(card => (Card: card, Wrong: WrongStep(card, [.. steps[card.Id]]))).Where(row => row.Wrong is not null).Select(row => $"{row.Card.SerialNumber.Value}: {row.Card.Progress}, but {row.Wrong}"),
        ];
    });

    /// <summary>Every movement used once, beginning where the one before ended.</summary>
    private static bool IsOneWay(Card card, List<Movement> movements)
    {
        var ways = movements.GroupBy(From).ToDictionary(group => group.Key, group => new Stack<Place>(group.Select(To)));
        // Hierholzer: go on as long as there is a way, come back and fill in what was left out.
        var (open, trail) = (new Stack<Place>([Place.None]), new Stack<Place>());
        while (open.TryPeek(out var at))
        {
            if (ways.TryGetValue(at, out var onward) && onward.TryPop(out var next)) open.Push(next);
            else trail.Push(open.Pop());
        }

        var way = trail.ToList();
        var left = movements.GroupBy(row => (From(row), To(row))).ToDictionary(group => group.Key, group => group.Count());
        foreach (var leg in way.Zip(way.Skip(1)))
        {
            if (left.GetValueOrDefault(leg) == 0) return false; // not continuous
            left[leg]--;
        }

        return way.Count == movements.Count + 1 && way[^1] == card.Place;
    }

    private static Place From(Movement row) => new(row.FromKind, row.FromLocationId, row.FromCounterId);

    private static Place To(Movement row) => new(row.ToKind, row.ToLocationId, row.ToCounterId);

    /// <summary>Null where the log's steps lead to what the card is.</summary>
    private static string? WrongStep(Card card, List<CardStep> steps)
    {
        int Of(CardStep step) => steps.Count(one => one == step);

        var announced = card.ShipmentId is not null;
        var handedOver = Of(CardStep.HandOver) - Of(CardStep.CancelHandOver);
        return card.Progress switch
        {
            _ when Of(CardStep.Inspect) != (announced && card.InspectedAt is not null ? 1 : 0) => $"inspected {Of(CardStep.Inspect)} times",
            _ when Of(CardStep.Prepare) > (announced ? 1 : 0) => $"prepared {Of(CardStep.Prepare)} times",
            CardProgress.Prepared or CardProgress.PinSet or CardProgress.HandedOver when announced && Of(CardStep.Prepare) != 1 => "never prepared",
            CardProgress.Expected or CardProgress.Inspected when Of(CardStep.Prepare) != 0 => "prepared",
            _ when handedOver != (card.Progress == CardProgress.HandedOver && card.PinSetAt is null ? 1 : 0) => $"handed over {Of(CardStep.HandOver)} times and back {Of(CardStep.CancelHandOver)} times",
            _ when Of(CardStep.ConfirmLost) != (card.Progress == CardProgress.Lost ? 1 : 0) => $"lost {Of(CardStep.ConfirmLost)} times",
            _ when Of(CardStep.ConfirmNeverSent) != (card.Progress == CardProgress.NeverSent ? 1 : 0) => $"never sent {Of(CardStep.ConfirmNeverSent)} times",
            CardProgress.Expected or CardProgress.NeverSent when Of(CardStep.Inspect) != 0 => "inspected",
            _ when Of(CardStep.ReturnToMaker) != (card.Progress == CardProgress.ReturnedToMaker ? 1 : 0) => $"returned to the maker {Of(CardStep.ReturnToMaker)} times",
            _ => null,
        };
    }

    private static async Task<ILookup<Guid, CardStep>> StepsAsync(TewatashiContext context)
    {
        var operations = Steps.Select(row => row.Operation).ToList();
        var entries = await context.Audit.AsNoTracking().Where(row => operations.Contains(row.Operation)).ToListAsync();
        var others = (await context.AuditSubjects.AsNoTracking().ToListAsync()).ToLookup(row => row.EntryId, row => row.SubjectId);
        return (
            from entry in entries
            from step in Steps
            where step.Operation == entry.Operation && step.Outcome == entry.Outcome
            from subject in others[entry.Id].Concat(entry.SubjectId is { } id ? [id] : [])
            select (subject, step.Step)).ToLookup(row => row.subject, row => row.Step);
    }
}
