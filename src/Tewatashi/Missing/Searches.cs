using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Missing;

/// <summary>What the ends of a search share.</summary>
internal static class Searches
{
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
