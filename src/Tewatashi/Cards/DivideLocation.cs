using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Cards;

/// <summary>
/// 位置に分ける: an empty box, or a shelf, gets positions of their own number, label and capacity. From then on cards lie in the positions of the box and
/// no longer in the box itself.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class DivideLocation(Database database)
{
    /// <param name="Positions">Numbers of the new positions.</param>
    /// <param name="Capacity">Cards that fit in one position.</param>
    public sealed record Request(Guid LocationId, AddLocations.NumberRun Positions, int Capacity);

    public abstract record Outcome;

    public sealed record Divided(int Positions) : Outcome;

    /// <summary>Cards lie in the box itself: they are moved first.</summary>
    public sealed record NotEmpty(int Cards) : Outcome;

    /// <summary>A place of the run is in use already; nothing was added.</summary>
    public sealed record AlreadyThere(string FirstPath) : Outcome;

    /// <summary>Only boxes and shelves in use have positions.</summary>
    public sealed record NotDivisible(LocationKind Kind, bool Retired) : Outcome;

    /// <summary>The numbers asked for do not fit; in words for the person at the form.</summary>
    public sealed record Refused(string Reason) : Outcome;

    public sealed record NotFound : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (!request.Positions.Fits || request.Positions.Count == 0) return new Refused($"位置の番号は1から{AddLocations.HighestNumber}までにしてください。");
        if (request.Capacity is < 1 or > AddLocations.LargestCapacity) return new Refused($"1つの位置に入る枚数は1から{AddLocations.LargestCapacity}までにしてください。");
        try
        {
            return await database.WriteAsync(caller, OperationKind.DivideLocation, async work =>
            {
                var outcome = await DivideAsync(work, request, cancellationToken);
                if (outcome is Divided divided) work.Record(nameof(Divided), request.LocationId, FormattableString.Invariant($"{divided.Positions}"));
                else work.Abandon();
                return outcome;
            }, (_, _) => Task.FromResult<Outcome>(new Divided(request.Positions.Count)), cancellationToken);
        }
        catch (AlreadyThereException)
        {
            return new AlreadyThere("この番号"); // someone set up the same positions this very moment
        }
    }

    private static async Task<Outcome> DivideAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var context = work.Context;
        // The row is taken first: no card is stored here while its emptiness is looked at.
        await context.Locations.Where(row => row.Id == request.LocationId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Retired, row => row.Retired), cancellationToken);
        if (await context.Locations.SingleOrDefaultAsync(row => row.Id == request.LocationId, cancellationToken) is not { } place) return new NotFound();
        if (place.Retired || place.Kind is not (LocationKind.Box or LocationKind.Shelf)) return new NotDivisible(place.Kind, place.Retired);
        var cards = await context.Cards.CountAsync(row => row.LocationId == place.Id, cancellationToken);
        if (cards > 0) return new NotEmpty(cards);

        var path = LocationPath.Parse(place.Path);
        var positions = request.Positions.Numbers.Select(number => Location.Numbered(place, path.Inside(number), LocationKind.Position, $"位置{number:00}", request.Capacity)).ToList();
        var paths = positions.ConvertAll(row => row.Path);
        // Positions that went out of use come back: the label on the divider is theirs.
        var there = await context.Locations.Where(row => paths.Contains(row.Path)).OrderBy(row => row.Path).ToDictionaryAsync(row => row.Path, cancellationToken);
        if (there.Values.FirstOrDefault(row => !row.Retired || row.Kind != LocationKind.Position) is { } used) return new AlreadyThere(used.Path);
        foreach (var known in there.Values) (known.Retired, known.Capacity) = (false, request.Capacity);
        context.AddRange(positions.Where(row => !there.ContainsKey(row.Path)));
        place.Capacity = null;
        return new Divided(positions.Count);
    }
}
