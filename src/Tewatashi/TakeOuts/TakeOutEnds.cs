using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.TakeOuts;

/// <summary>How a 持出し ends, whichever way the card went: back, into the resident's hands outside, or missing.</summary>
internal static class TakeOutEnds
{
    /// <summary>Ends the running 持出し of a card that this work has just moved. There is one: the card was out.</summary>
    /// <returns>By when it was to be back.</returns>
    public static async Task<DateTimeOffset> EndTakeOutAsync(this Work work, Guid cardId, CancellationToken cancellationToken)
    {
        var running = work.Context.TakeOuts.Where(row => row.CardId == cardId && row.EndedAt == null);
        var backBy = await running.Select(row => (DateTimeOffset?)row.BackBy).SingleOrDefaultAsync(cancellationToken) ?? throw new PassingException();
        var ended = await running.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.EndedAt, work.Now)
            .SetProperty(row => row.EndedBy, work.Caller.Actor.Id), cancellationToken);
        return ended == 1 ? backBy : throw new PassingException();
    }
}
