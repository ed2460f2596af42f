using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Cards;

/// <summary>
/// まとめて移す: scanned cards go from their shelves into one scanned box of the same office, as one operation. Each that cannot go is named with
/// the reason and stays where it is.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class MoveCards(Database database)
{
    /// <summary>So many at once.</summary>
    public const int Most = 200;

    public sealed record Request(LocationPath To, IReadOnlyList<SerialNumber> SerialNumbers);

    public abstract record Outcome;

    public sealed record Refused(SerialNumber SerialNumber, StoreCard.Outcome Why);

    /// <param name="Moved">Those that lie in the box now; also one that lay there before.</param>
    /// <param name="Fill">How full the box is now.</param>
    public sealed record Done(IReadOnlyList<SerialNumber> Moved, IReadOnlyList<Refused> Stayed, LocationFill Fill) : Outcome;

    public sealed record UnknownLocation : Outcome;

    /// <summary>The place is no longer used, or cards do not lie in it directly.</summary>
    public sealed record NotForCards(LocationKind Kind, bool Retired) : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.MoveCards, async work =>
        {
            if (request.SerialNumbers.Count is 0 or > Most) throw new ArgumentOutOfRangeException(nameof(request));
            var context = work.Context;
            var location = await context.Locations.AsNoTracking().SingleOrDefaultAsync(row => row.Path == request.To.Value, cancellationToken);
            if (location is null) return work.Refuse<Outcome>(new UnknownLocation());
            if (location.Retired || location.Capacity is not { } capacity) return work.Refuse<Outcome>(new NotForCards(location.Kind, location.Retired));
            var (moved, there, stayed) = (new List<Guid>(), new List<SerialNumber>(), new List<Refused>());
            foreach (var serial in request.SerialNumbers.Distinct())
            {
                var outcome = await MoveAsync(work, request.To, serial, cancellationToken);
                if (outcome is StoreCard.Stored stored) moved.Add(stored.CardId);
                if (outcome is StoreCard.Stored or StoreCard.AlreadyHere) there.Add(serial);
                else stayed.Add(new(serial, outcome));
            }

            var done = new Done(there, stayed, await LocationFill.OfAsync(context, location, capacity, cancellationToken));
            if (moved.Count == 0) return work.Refuse<Outcome>(done);
            work.Record("MovedTogether", location.Id, FormattableString.Invariant($"{location.Path} {moved.Count}"), moved);
            return done;
        }, cancellationToken: cancellationToken);

    private static async Task<StoreCard.Outcome> MoveAsync(Work work, LocationPath to, SerialNumber serial, CancellationToken cancellationToken)
    {
        var card = await (
            from row in work.Context.Cards
            where row.SerialNumber == serial
            from location in work.Context.Locations.Where(place => place.Id == row.LocationId).DefaultIfEmpty()
            select new { row.Id, row.PlaceKind, Path = (string?)location!.Path }).SingleOrDefaultAsync(cancellationToken);
        if (card is null) return new StoreCard.UnknownCard();
        if (card.Path is not { } path) return new StoreCard.Elsewhere(card.Id, card.PlaceKind);
        return LocationPath.Parse(path).WayIn[0] == to.WayIn[0]
            ? await StoreCard.StoreAsync(work, new(to, serial), cancellationToken)
            : new StoreCard.OtherOffice(card.Id, path);
    }
}
