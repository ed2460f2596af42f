using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.HandOver.Post;

/// <summary>
/// 返戻: a posted card came back. By scan of its label and of a storage place it lies on the shelf again, and is for the counter from now on: it waits for its
/// notice and can be booked like any other.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class TakeBackPosted(Database database)
{
    /// <param name="Label">製造管理番号 scanned from the sleeve.</param>
    public sealed record Request(SerialNumber Label, LocationPath Location, PostReturnReason Reason);

    public abstract record Outcome;

    public sealed record TakenBack(Guid CardId, LocationFill Fill) : Outcome;

    /// <summary>Never posted, delivered, or back already.</summary>
    public sealed record NotPosted : Outcome;

    public sealed record UnknownLocation : Outcome;

    /// <summary>The place is no longer used, or cards do not lie in it directly.</summary>
    public sealed record NotForCards(bool Retired) : Outcome;

    public sealed record Full(LocationFill Fill) : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        // Scanned twice, it came back once.
        database.WriteAsync(caller with { OperationId = null }, OperationKind.TakeBackPosted, async work =>
        {
            var outcome = await TakeAsync(work, request, cancellationToken);
            if (outcome is TakenBack back) work.Record(nameof(TakenBack), back.CardId, request.Reason.ToString(), [back.Fill.Place.Id]);
            else work.Abandon();
            return outcome;
        }, cancellationToken: cancellationToken);

    private static async Task<Outcome> TakeAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var context = work.Context;
        if (await PostingSearch.FindAsync(context, new PostedCode.Serial(request.Label), cancellationToken) is not (var card, { State: PostingState.Posted } posting)) return new NotPosted();
        var room = await LocationRoom.TakeAsync(context, request.Location, cancellationToken);
        if (room is LocationRoom.Unknown) return new UnknownLocation();
        if (room is LocationRoom.NotForCards not) return new NotForCards(not.Retired);
        if (room is not LocationRoom.Taken { Fill: var fill }) return new Full(((LocationRoom.Full)room).Fill);
        var by = Guid.Parse(work.Caller.Actor.Id);
        var ended = await context.Unchanged(posting).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, PostingState.Returned).SetProperty(row => row.ReturnReason, request.Reason)
            .SetProperty(row => row.EndedAt, work.Now).SetProperty(row => row.EndedBy, by)
            .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (ended == 0
            || !await work.StepAsync(card, CardStep.ToCounter, cancellationToken)
            || !await work.MoveAsync(card, PlaceStep.TakeBackPosted, Place.In(fill.Place.Id), cancellationToken)) throw new PassingException();
        return new TakenBack(card.Id, fill with { Cards = fill.Cards + 1 });
    }
}
