using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Cards;

/// <summary>要追記 set or taken back: moved within the city, or the name changed. Does not stop the card; it adds minutes and a line to the checklist.</summary>
[UseCase(UsedBy.Staff)]
public sealed class MarkAmendment(Database database)
{
    public sealed record Request(Guid CardId, bool Needed);

    public abstract record Outcome;

    public sealed record Marked(bool Needed) : Outcome;

    /// <summary>It stood so already.</summary>
    public sealed record Unchanged : Outcome;

    /// <summary>Handed over, disposed of, lost or sent back.</summary>
    public sealed record Over(CardProgress Progress) : Outcome;

    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.ChangeCard, async work =>
        {
            var outcome = await MarkAsync(work, request, cancellationToken);
            if (outcome is Marked) work.Record("Changed", request.CardId, request.Needed ? "AmendmentNeeded" : "AmendmentNotNeeded");
            else work.Abandon();
            return outcome;
        }, (_, _) => Task.FromResult<Outcome>(new Marked(request.Needed)), cancellationToken);

    /// <summary>The same as a part of another step, which records it.</summary>
    internal static async Task<Outcome> MarkAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var card = await work.Context.Cards.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.CardId, cancellationToken);
        if (card is null) return new NotFound();
        if (card.Progress.IsOver()) return new Over(card.Progress);
        if (card.AmendmentNeeded == request.Needed) return new Unchanged();
        var changed = await work.Context.Cards
            .Where(row => row.Id == request.CardId && row.AmendmentNeeded != request.Needed)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.AmendmentNeeded, request.Needed)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        return changed == 0 ? new Unchanged() : new Marked(request.Needed);
    }
}
