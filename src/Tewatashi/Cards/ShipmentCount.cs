using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Cards;

/// <summary>A delivery counted: cards on its list, and those that were scanned at the receiving table.</summary>
public sealed record ShipmentCount(int Listed, int Inspected, int Prepared, int Stored)
{
    /// <summary>Named by the list, and known never to come.</summary>
    public int GivenUp { get; init; }

    public int Remaining => Listed - Inspected - GivenUp;

    public bool Balances => Remaining == 0;

    internal static async Task<ShipmentCount> OfAsync(TewatashiContext context, Guid shipmentId, CancellationToken cancellationToken)
    {
        var groups = await context.Cards.Where(row => row.ShipmentId == shipmentId)
            .GroupBy(row => new { row.Progress, row.PlaceKind, Came = row.ReceivedAt != null })
            .Select(group => new Part(group.Key.Progress, group.Key.PlaceKind, group.Key.Came, group.Count())).ToListAsync(cancellationToken);
        return Of(groups);
    }

    internal static ShipmentCount Of(IEnumerable<Part> parts)
    {
        var named = parts.ToList();
        var gone = named.Where(part => part.Progress.IsOver() && !part.Came).ToList();
        var all = named.Except(gone).ToList();
        return new(
            named.Sum(part => part.Count),
            all.Where(part => part.Progress.WasInspected()).Sum(part => part.Count),
            all.Where(part => part.Progress.WasInspected() && part.Progress != CardProgress.Inspected).Sum(part => part.Count),
            all.Where(part => part.Place != PlaceKind.None).Sum(part => part.Count))
        { GivenUp = gone.Sum(part => part.Count) };
    }

    internal sealed record Part(CardProgress Progress, PlaceKind Place, bool Came, int Count);
}
