using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Reservations;

namespace Tewatashi.Imports.Changes;

/// <summary>
/// A clerk confirms which cards a row of the change list means, or that none is: a person may have two. Each is stopped or marked 要追記 as by hand, so
/// that its booking is handled; the row is erased in the same transaction. A card that was stopped before keeps its reason.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class DecideChange(Database database, KeyStore keys)
{
    /// <param name="CardIds">Candidates; empty: none of them is this person.</param>
    public sealed record Request(Guid ListId, Guid RowId, IReadOnlyCollection<Guid> CardIds);

    public abstract record Outcome;

    /// <param name="Booking">A card that was stopped has a live booking: somebody must be told.</param>
    public sealed record Decided(ChangeRowState How, int Cards, bool Booking) : Outcome;

    /// <summary>Somebody else decided it, or the list was ended.</summary>
    public sealed record AlreadyDecided(ChangeRowState How) : Outcome;

    /// <summary>One of the cards is no candidate of the row (any more); nothing was changed.</summary>
    public sealed record NotACandidate : Outcome;

    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.DecideChange, work => DecideAsync(work, request, cancellationToken), (_, first) => Task.FromResult<Outcome>(
            new Decided(Enum.Parse<ChangeRowState>(first.Outcome), request.CardIds.Count, first.Detail == "booked")), cancellationToken); // recorded below

    private async Task<Outcome> DecideAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (await work.Context.ChangeRows.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.RowId && row.ListId == request.ListId, cancellationToken) is not { } row) return work.Refuse(new NotFound());
        if (row.State != ChangeRowState.Open) return work.Refuse(new AlreadyDecided(row.State));
        if (!await work.Context.ChangeLists.AnyAsync(list => list.Id == row.ListId && list.State == ChangeListState.Open, cancellationToken)) return work.Refuse(new NotFound());
        var cardIds = request.CardIds.Distinct().ToList();
        var (how, booking) = (ChangeRowState.NotOurs, false);
        if (cardIds.Count > 0)
        {
            var person = new ChangeRowItems(keys, work.Municipality).Open(row);
            var candidates = await new ChangeCandidates(work.Context, new ApplicantItems(keys, work.Municipality)).FindAsync([person], cancellationToken);
            if (cardIds.Exists(id => !candidates[0].Any(candidate => candidate.CardId == id))) return work.Refuse(new NotACandidate());
            foreach (var cardId in cardIds)
            {
                if (await HandleAsync(work, row.Kind, cardId, cancellationToken) is not { } handled) return work.Refuse(new NotACandidate());
                // Stopped now says more than stopped before.
                if (how is ChangeRowState.NotOurs or ChangeRowState.AlreadyStopped) how = handled.How;
                booking |= handled.Booking;
            }
        }

        Guid? first = cardIds.Count == 0 ? null : cardIds[0];
        // Of two who decide at the same moment one changes the row, and the other's card is left alone with it.
        if (await work.Context.ChangeRows.Where(one => one.Id == row.Id && one.State == ChangeRowState.Open).ExecuteUpdateAsync(set => set
                .SetProperty(one => one.State, how)
                .SetProperty(one => one.KanaName, (byte[]?)null)
                .SetProperty(one => one.Birthday, (byte[]?)null)
                .SetProperty(one => one.CardId, first)
                .SetProperty(one => one.DecidedAt, work.Now)
                .SetProperty(one => one.DecidedBy, work.Caller.Actor.Id)
                .SetProperty(one => one.Version, one => one.Version + 1), cancellationToken) == 0) throw new PassingException();
        await ChangeLists.EndWhereDoneAsync(work, row.ListId, cancellationToken);
        work.Record(how.ToString(), first ?? row.ListId, booking ? "booked" : null, [row.ListId, .. cardIds]);
        return new Decided(how, cardIds.Count, booking);
    }

    /// <summary>What was done to the card; null where it is no longer ours to stop.</summary>
    private static async Task<(ChangeRowState How, bool Booking)?> HandleAsync(Work work, ChangeKind kind, Guid cardId, CancellationToken cancellationToken)
    {
        if (kind.Stops() is not { } reason)
        {
            return await MarkAmendment.MarkAsync(work, new(cardId, Needed: true), cancellationToken) is MarkAmendment.Marked or MarkAmendment.Unchanged
                ? (ChangeRowState.Amended, false) : null;
        }

        return await SuspendCard.SuspendAsync(work, new(cardId, reason), cancellationToken) switch
        {
            SuspendCard.Suspended suspended => (ChangeRowState.Suspended, suspended.Booking is not null),
            SuspendCard.AlreadySuspended => (ChangeRowState.AlreadyStopped, false),
            _ => null,
        };
    }
}
