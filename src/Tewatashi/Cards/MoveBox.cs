using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Cards;

/// <summary>
/// 箱の中身を移す: every card of a scanned box goes into another scanned box of the same office, or into the first box on a scanned shelf that takes
/// them all; all or none, as one operation.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class MoveBox(Database database)
{
    /// <param name="To">A box, or a shelf whose first box with room for all is taken.</param>
    public sealed record Request(LocationPath From, LocationPath To);

    public abstract record Outcome;

    public sealed record Moved(int Cards, LocationFill Fill) : Outcome;

    public sealed record Empty : Outcome;

    public sealed record SamePlace : Outcome;

    /// <summary>That would be 移送.</summary>
    public sealed record OtherOffice : Outcome;

    /// <param name="Free">Of the box; of a shelf the most that one of its boxes takes.</param>
    public sealed record DoesNotFit(int Cards, int Free) : Outcome;

    public sealed record UnknownLocation(LocationPath Path) : Outcome;

    /// <summary>The place is no longer used, or no cards lie in it nor in boxes right inside it.</summary>
    public sealed record NotForCards(LocationPath Path, LocationKind Kind, bool Retired) : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.MoveBox, async work =>
        {
            var outcome = await MoveAsync(work, request, cancellationToken);
            if (outcome is not Moved) work.Abandon();
            return outcome;
        }, cancellationToken: cancellationToken);

    private static async Task<Outcome> MoveAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var context = work.Context;
        if (await FindAsync(context, request.From, cancellationToken) is not { } from) return new UnknownLocation(request.From);
        if (await FindAsync(context, request.To, cancellationToken) is not { } to) return new UnknownLocation(request.To);
        if (from.Capacity is null) return new NotForCards(request.From, from.Kind, from.Retired);
        if (from.Id == to.Id) return new SamePlace();
        if (request.From.WayIn[0] != request.To.WayIn[0]) return new OtherOffice();
        // Of a shelf also the positions in its divided boxes.
        var dividedBoxes = context.Locations.Where(row => row.ParentId == to.Id && row.Kind == LocationKind.Box).Select(row => (Guid?)row.Id);
        var targets = await context.Locations.AsNoTracking()
            .Where(row => !row.Retired && row.Capacity != null && row.Id != from.Id && (row.Id == to.Id || row.ParentId == to.Id || dividedBoxes.Contains(row.ParentId))).OrderBy(row => row.Path).ToListAsync(cancellationToken);
        if (to.Retired || targets.Count == 0) return new NotForCards(request.To, to.Kind, to.Retired);

        // Nothing goes into the emptied box from here on, nor into those that may take its cards: the counts stay true. In walking order, as everyone takes them.
        foreach (var place in targets.Append(from).Where(row => !row.Retired).OrderBy(row => row.Path, StringComparer.Ordinal))
        {
            if (!await LocationFill.TakeTurnAsync(context, place, cancellationToken)) throw new PassingException();
        }

        var cards = await context.Cards.Where(row => row.LocationId == from.Id).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        if (cards.Count == 0) return new Empty();
        var (fill, most) = await ChooseAsync(context, targets, cards.Count, cancellationToken);
        if (fill is null) return new DoesNotFit(cards.Count, most);
        foreach (var card in cards)
        {
            if (!await work.MoveAsync(card, PlaceStep.Move, Place.In(fill.Place.Id), cancellationToken)) throw new PassingException();
        }

        work.Record("MovedTogether", fill.Place.Id, FormattableString.Invariant($"{request.From} {fill.Place.Path} {cards.Count}"), [from.Id, .. cards.Select(card => card.Id)]);
        return new Moved(cards.Count, fill with { Cards = fill.Cards + cards.Count });
    }

    private static async Task<(LocationFill? Fill, int MostFree)> ChooseAsync(TewatashiContext context, IEnumerable<Location> targets, int cards, CancellationToken cancellationToken)
    {
        var most = 0;
        foreach (var target in targets)
        {
            var fill = await LocationFill.OfAsync(context, target, target.Capacity!.Value, cancellationToken); // only those with a capacity
            if (fill.Free >= cards) return (fill, fill.Free);
            most = Math.Max(most, fill.Free);
        }

        return (null, most);
    }

    private static Task<Location?> FindAsync(TewatashiContext context, LocationPath path, CancellationToken cancellationToken) =>
        context.Locations.AsNoTracking().SingleOrDefaultAsync(row => row.Path == path.Value, cancellationToken);
}
