using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Reservations;
using Tewatashi.Staff;

namespace Tewatashi.Missing;

/// <summary>One search: where the card was seen last, then and by whom, its last ten movements and the boxes worth looking into. Without the applicant's name. The view is recorded.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ViewSearch(Database database)
{
    /// <summary>So many movements are shown.</summary>
    public const int Movements = 10;

    public sealed record Request(Guid SearchId);

    /// <param name="Who">Name of the member of staff who moved it.</param>
    public sealed record Step(DateTimeOffset At, string From, string To, string Who);

    /// <param name="Cards">How many cards lie there as the books say.</param>
    public sealed record Look(Guid LocationId, string Place, SearchHint Why, int Cards);

    /// <param name="Steps">The newest first; the first is the one that made it missing, where it is missed still.</param>
    /// <param name="LastSeen">The movement by which it came where it was seen last; null: it came there before it was scanned.</param>
    public sealed record View(
        MissingCard Search, SerialNumber SerialNumber, CardProgress Progress, string LastPlace, Step? LastSeen, IReadOnlyList<Step> Steps, IReadOnlyList<Look> Looks,
        LiveBooking? Booking, string StartedBy, string? EndedBy, Guid? IncidentId);

    /// <summary>Null where there is no such search.</summary>
    public Task<View?> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<View?>(caller, OperationKind.ViewSearch, async work =>
        {
            if (await work.Context.MissingCards.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.SearchId, cancellationToken) is not { } search) return work.Refuse<View?>(null);
            var view = await ReadAsync(work.Context, search, cancellationToken);
            work.Record("Viewed", search.CardId, others: [search.Id]);
            return view;
        }, cancellationToken: cancellationToken);

    private static async Task<View> ReadAsync(TewatashiContext context, MissingCard search, CancellationToken cancellationToken)
    {
        var card = await context.Cards.AsNoTracking().SingleAsync(row => row.Id == search.CardId, cancellationToken);
        var moves = await context.Movements.AsNoTracking().Where(row => row.CardId == card.Id).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(Movements).ToListAsync(cancellationToken);
        var words = await PlaceWords.ReadAsync(context,
            moves.SelectMany(row => new[] { row.FromLocationId, row.ToLocationId }).Append(search.LastLocationId),
            moves.SelectMany(row => new[] { row.FromCounterId, row.ToCounterId }).Append(search.LastCounterId), cancellationToken);
        var people = await StaffNames.OfAsync(context, [.. moves.Select(row => row.ActorId), search.StartedBy, search.EndedBy], cancellationToken);
        var steps = moves.ConvertAll(row => (Move: row, Step: new Step(
            row.At, words.Of(row.FromKind, row.FromLocationId, row.FromCounterId), words.Of(row.ToKind, row.ToLocationId, row.ToCounterId), people.GetValueOrDefault(row.ActorId, "—"))));
        var last = steps.Find(row => row.Move.ToKind == search.LastKind && row.Move.ToLocationId == search.LastLocationId && row.Move.ToCounterId == search.LastCounterId && row.Move.At <= search.StartedAt);
        return new View(
            search, card.SerialNumber, card.Progress, words.Of(search.LastKind, search.LastLocationId, search.LastCounterId), last.Step, [.. steps.Select(row => row.Step)],
            search.EndedAt is null ? await SearchPlaces.OfAsync(context, search, moves, cancellationToken) : [],
            await LiveBooking.OfAsync(context, card.Id, cancellationToken),
            people.GetValueOrDefault(search.StartedBy, "—"), search.EndedBy is { } by ? people.GetValueOrDefault(by, "—") : null,
            await context.Incidents.Where(row => row.CardId == card.Id).OrderByDescending(row => row.RecordedAt).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken));
    }
}
