using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.TakeOuts;

namespace Tewatashi.Missing;

/// <summary>How a search begins and ends, whoever noticed or found.</summary>
internal static class Searches
{
    /// <summary>The card is 所在不明 from now on, and is looked for. The id of its search.</summary>
    public static async Task<Guid> BeginSearchAsync(this Work work, Card card, PlaceStep step, MissingReason reason, CancellationToken cancellationToken)
    {
        var search = new MissingCard
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            CardId = card.Id,
            Reason = reason,
            StartedAt = work.Now,
            StartedBy = work.Caller.Actor.Id,
            LastKind = card.PlaceKind,
            LastLocationId = card.LocationId,
            LastCounterId = card.TrayCounterId,
        };
        if (!await work.MoveAsync(card, step, Place.Missing, cancellationToken)) throw new PassingException();
        if (search.LastKind == PlaceKind.TakenOut) await work.EndTakeOutAsync(card.Id, cancellationToken);
        work.Context.Add(search);
        return search.Id;
    }

    /// <summary>Ends the running search of a card that this work has just moved or closed. There is one: the card was missing.</summary>
    public static async Task EndSearchAsync(this Work work, Guid cardId, MissingEnd end, CancellationToken cancellationToken)
    {
        var ended = await work.Context.MissingCards.Where(row => row.CardId == cardId && row.EndedAt == null)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.EndReason, end)
                .SetProperty(row => row.EndedAt, work.Now)
                .SetProperty(row => row.EndedBy, work.Caller.Actor.Id)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (ended != 1) throw new PassingException();
    }
}
