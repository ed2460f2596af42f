using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.HandOver.Post;

/// <summary>
/// 郵送: a card whose PIN is set goes to the post, by scan of its label; with its 引受番号 only where the municipality has entered the decision that allows to
/// keep it. Refused on 保留 and after a change of address or name.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class PostCard(Database database)
{
    /// <param name="Label">製造管理番号 scanned from the sleeve.</param>
    /// <param name="Tracking">引受番号 of its envelope; null where none is taken.</param>
    public sealed record Request(SerialNumber Label, TrackingNumber? Tracking);

    public abstract record Outcome;

    public sealed record Posted(Guid CardId) : Outcome;

    public sealed record Stopped(Guid CardId, PostStop Stop) : Outcome;

    /// <summary>Here 引受番号 is recorded, and none was given.</summary>
    public sealed record TrackingMissing(Guid CardId) : Outcome;

    /// <summary>Here no decision allows to keep a 引受番号: nothing was recorded.</summary>
    public sealed record TrackingNotAllowed : Outcome;

    /// <summary>Another card is on its way with this 引受番号.</summary>
    public sealed record TrackingInUse : Outcome;

    public sealed record UnknownCard : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            // Scanned twice, it is in the post.
            return await database.WriteAsync(caller with { OperationId = null }, OperationKind.PostCard, work => PostAsync(work, request, cancellationToken), cancellationToken: cancellationToken);
        }
        catch (AlreadyThereException exception) when (exception.Index == Posting.OneUnderWay)
        {
            return new TrackingInUse();
        }
    }

    private static async Task<Outcome> PostAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (await work.Context.Cards.SingleOrDefaultAsync(row => row.SerialNumber == request.Label, cancellationToken) is not { } card) return work.Refuse<Outcome>(new UnknownCard());
        if (PostStops.Of(card, CardProgress.PinSet) is { } stop) return work.Refuse<Outcome>(new Stopped(card.Id, stop));
        var decision = await work.Context.Settings.Select(row => row.TrackingNumberDecision).SingleAsync(cancellationToken);
        if (decision is null && request.Tracking is not null) return work.Refuse<Outcome>(new TrackingNotAllowed());
        if (decision is not null && request.Tracking is null) return work.Refuse<Outcome>(new TrackingMissing(card.Id));
        if (!await work.MoveAsync(card, PlaceStep.Post, Place.Posted, cancellationToken)) throw new PassingException();
        work.Context.Add(new Posting
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            CardId = card.Id,
            State = PostingState.Posted,
            TrackingNumber = request.Tracking,
            TrackingDecision = decision,
            PostedAt = work.Now,
            PostedBy = Guid.Parse(work.Caller.Actor.Id),
        });
        work.Record(nameof(Posted), card.Id);
        return new Posted(card.Id);
    }
}
