using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Storage;

namespace Tewatashi.Cards;

/// <summary>
/// Where to shelve a card: the box where cards of its delivery lie already, else the next one behind them in walking order, else the first empty box, else the first
/// with a free place. A proposal only: any other box may be scanned.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ProposeBox(Database database)
{
    public abstract record Outcome;

    /// <param name="Beside">Cards of the same delivery lie in it.</param>
    public sealed record Proposed(LocationFill Fill, bool Beside) : Outcome;

    /// <summary>Every box in use is full.</summary>
    public sealed record NoRoom : Outcome;

    public sealed record UnknownCard : Outcome;

    public Task<Outcome> RunAsync(MunicipalityCode municipality, SerialNumber serial, CancellationToken cancellationToken) =>
        database.ReadAsync<Outcome>(municipality, async context =>
        {
            if (await context.Cards.AsNoTracking().SingleOrDefaultAsync(row => row.SerialNumber == serial, cancellationToken) is not { } card) return new UnknownCard();
            var counts = await context.Cards.Where(row => row.LocationId != null).GroupBy(row => row.LocationId)
                .Select(group => new { group.Key, Cards = group.Count(), Beside = group.Count(row => row.ShipmentId == card.ShipmentId) })
                .ToDictionaryAsync(row => row.Key!.Value, cancellationToken); // not null above
            var boxes = (await context.Locations.AsNoTracking().Where(row => row.Capacity != null && !row.Retired).ToListAsync(cancellationToken))
                .OrderBy(row => row.Path, StringComparer.Ordinal)
                .Select(row => (Box: row, Cards: counts.GetValueOrDefault(row.Id)?.Cards ?? 0, Beside: card.ShipmentId is not null && counts.GetValueOrDefault(row.Id)?.Beside > 0)).ToList();
            var last = boxes.FindLastIndex(box => box.Beside);
            var free = boxes.Where(box => box.Cards < box.Box.Capacity).ToList();
            var chosen = free.Where(box => box.Beside)
                .Concat(free.Where(box => last >= 0 && string.CompareOrdinal(box.Box.Path, boxes[last].Box.Path) > 0))
                .Concat(free.Where(box => box.Cards == 0))
                .Concat(free).Select(box => ((Location Box, int Cards, bool Beside)?)box).FirstOrDefault();
            if (chosen is not (var place, var cards, var beside)) return new NoRoom();
            var words = await LocationWords.OfAsync(context, place.Id, cancellationToken);
            return new Proposed(new LocationFill(words!, cards, place.Capacity!.Value), beside); // it was read just now, and holds cards
        }, cancellationToken);
}
