using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Storage;
using Tewatashi.Time;

namespace Tewatashi.Counting;

/// <summary>
/// 保管庫の図: which boxes and positions of a place are full, not counted for too long, or hold cards near or past their deadline. Of a box or a position it
/// shows the shelf.
/// Counts alone; no card is named.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeVault(Database database)
{
    private const int ShelfDepth = 3;

    /// <summary>Null where there is no such place, or no box in it.</summary>
    public Task<VaultPicture?> RunAsync(MunicipalityCode municipality, Guid locationId, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            if (await context.Locations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == locationId, cancellationToken) is not { } place) return null;
            var whole = place.Capacity is null ? place.Path : LocationPath.Parse(place.Path).WayIn[ShelfDepth - 1];
            var inside = whole + "-";
            var places = await context.Locations.AsNoTracking().Where(row => row.Path == whole || row.Path.StartsWith(inside)).ToListAsync(cancellationToken);
            var boxes = places.Where(row => row.Capacity is not null).ToList();
            if (boxes.Count == 0) return null;
            var drawn = await DrawAsync(context, boxes, inside, cancellationToken);
            var divided = places.Where(row => row.Kind == LocationKind.Box && row.Capacity is null && row.Path != whole).Select(row => Together(row, [.. drawn.Where(box => ShelfOf(box.Path) == row.Path)]));
            var shelves = drawn.Concat(divided).OrderBy(box => box.Path, StringComparer.Ordinal).GroupBy(box => ShelfOf(box.Path)).ToList();
            var byPath = places.ToDictionary(row => row.Path);
            var words = await LocationWords.OfAsync(context, [.. shelves.Select(shelf => byPath[shelf.Key].Id), byPath[whole].Id], cancellationToken);
            return new VaultPicture(words[byPath[whole].Id], [.. shelves.Select(shelf => new VaultPicture.Shelf(words[byPath[shelf.Key].Id], [.. shelf]))]);
        }, cancellationToken);

    private async Task<IReadOnlyList<VaultPicture.Box>> DrawAsync(TewatashiContext context, IReadOnlyList<Location> boxes, string inside, CancellationToken cancellationToken)
    {
        var today = JapanTime.Today(database.Clock);
        var days = await context.Settings.Select(row => row.CountOverdueDays).SingleAsync(cancellationToken);
        var due = (await CountDue.OfAsync(context, cancellationToken)).ToDictionary(row => row.LocationId);
        var cards = from location in context.Locations
                    where location.Path.StartsWith(inside)
                    join card in context.Cards on (Guid?)location.Id equals card.LocationId
                    join notice in context.Notices.Where(row => row.State != NoticeState.Withdrawn) on card.Id equals notice.CardId into notices
                    from notice in notices.DefaultIfEmpty()
                    select new { location.Id, Deadline = card.LastDayOn ?? (DateOnly?)notice.DeadlineOn };
        var counts = await cards.GroupBy(row => row.Id)
            .Select(group => new { group.Key, Cards = group.Count(), Past = group.Count(row => row.Deadline < today), Next = group.Min(row => row.Deadline >= today ? row.Deadline : null) })
            .ToDictionaryAsync(row => row.Key, cancellationToken);
        return
        [
            .. boxes.Select(box =>
            {
                var count = counts.GetValueOrDefault(box.Id);
                var counted = due.GetValueOrDefault(box.Id);
                return new VaultPicture.Box(
                    box.Id, box.Path, box.Name, count?.Cards ?? 0, box.Capacity!.Value, box.Retired, // those alone have come so far
                    counted?.CountedOn, counted?.IsOverdue(today, days) == true, count?.Next, count?.Past ?? 0);
            }),
        ];
    }

    /// <summary>A divided box on its shelf: what its positions in use hold together.</summary>
    private static VaultPicture.Box Together(Location box, IReadOnlyList<VaultPicture.Box> inside)
    {
        var used = inside.Where(position => !position.Retired).ToList();
        return new VaultPicture.Box(
            box.Id, box.Path, box.Name, inside.Sum(position => position.Cards), used.Sum(position => position.Capacity), box.Retired,
            used.Any(position => position.CountedOn is null) ? null : used.Min(position => position.CountedOn),
            inside.Any(position => position.CountOverdue), inside.Min(position => position.NearestDeadline), inside.Sum(position => position.PastDeadline))
        { Positions = used.Count };
    }

    private static string ShelfOf(string path) => path[..path.LastIndexOf('-')];
}
