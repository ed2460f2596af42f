using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Missing;

/// <summary>The boxes worth looking into, each once, by its likeliest reason.</summary>
internal static class SearchPlaces
{
    /// <summary>So many minutes around the last movement count as the same handful of cards.</summary>
    private const int Along = 15;

    private const int Most = 20;

    /// <param name="moves">Of this card, the newest first.</param>
    public static async Task<IReadOnlyList<ViewSearch.Look>> OfAsync(TewatashiContext context, MissingCard search, IReadOnlyList<Movement> moves, CancellationToken cancellationToken)
    {
        var seen = moves.Where(row => row.ToKind != PlaceKind.Missing && row.At <= search.StartedAt).ToList();
        var found = new List<(Guid Id, SearchHint Why)>();
        if (search.LastLocationId is { } last) found.Add((last, SearchHint.LastSeen));
        if (seen.Count > 0) found.AddRange((await AlongAsync(context, seen[0], cancellationToken)).Select(id => (id, SearchHint.MovedAlong)));
        if (search.LastLocationId is { } at) found.AddRange((await BesideAsync(context, at, cancellationToken)).Select(id => (id, SearchHint.Beside)));
        found.AddRange(seen.SelectMany(row => new[] { row.ToLocationId, row.FromLocationId }).OfType<Guid>().Select(id => (id, SearchHint.Before)));

        var places = found.DistinctBy(row => row.Id).Take(Most).ToList();
        var ids = places.ConvertAll(row => row.Id);
        var words = await LocationWords.OfAsync(context, ids, cancellationToken);
        var cards = await context.Cards.Where(row => row.LocationId != null && ids.Contains(row.LocationId.Value)).GroupBy(row => row.LocationId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key!.Value, row => row.Count, cancellationToken); // not null above
        return [.. places.Select(row => new ViewSearch.Look(row.Id, $"{words[row.Id].Path} {words[row.Id].Words}", row.Why, cards.GetValueOrDefault(row.Id)))];
    }

    /// <summary>Where the same hands put other cards within the quarter of an hour.</summary>
    private static async Task<List<Guid>> AlongAsync(TewatashiContext context, Movement last, CancellationToken cancellationToken)
    {
        var (from, until) = (last.At.AddMinutes(-Along), last.At.AddMinutes(Along));
        return await context.Movements
            .Where(row => row.ActorId == last.ActorId && row.At >= from && row.At <= until && row.CardId != last.CardId && row.ToLocationId != null)
            .Select(row => row.ToLocationId!.Value).Distinct().Take(Most).ToListAsync(cancellationToken);
    }

    /// <summary>The box before and the box behind in the same shelf, in walking order.</summary>
    private static async Task<IEnumerable<Guid>> BesideAsync(TewatashiContext context, Guid locationId, CancellationToken cancellationToken)
    {
        var at = await context.Locations.AsNoTracking().SingleAsync(row => row.Id == locationId, cancellationToken);
        var shelf = await context.Locations.AsNoTracking().Where(row => row.ParentId == at.ParentId && row.Capacity != null && !row.Retired).OrderBy(row => row.Path)
            .Select(row => row.Id).ToListAsync(cancellationToken);
        var index = shelf.IndexOf(locationId);
        return index < 0 ? [] : shelf.Where((_, i) => i == index - 1 || i == index + 1);
    }
}
