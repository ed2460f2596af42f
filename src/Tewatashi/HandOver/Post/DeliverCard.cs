using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.HandOver.Post;

/// <summary>配達済 (= 交付済): the post has handed a card over. Recorded even if it was put on 保留 on its way: it happened.</summary>
[UseCase(UsedBy.Staff)]
public sealed class DeliverCard(Database database)
{
    /// <param name="DeliveredOn">The day of the delivery: today or, entered later, a day since it was posted.</param>
    public sealed record Request(PostedCode Code, DateOnly DeliveredOn);

    public abstract record Outcome;

    public sealed record Delivered(Guid CardId, SerialNumber SerialNumber) : Outcome;

    public sealed record AlreadyDelivered(Guid CardId, SerialNumber SerialNumber, DateOnly On) : Outcome;

    /// <summary>Came back, and was not posted again.</summary>
    public sealed record NotPosted(Guid CardId, SerialNumber SerialNumber) : Outcome;

    public sealed record WrongDay(DateOnly Earliest, DateOnly Latest) : Outcome;

    /// <summary>No card of ours was ever posted with this number.</summary>
    public sealed record Unknown : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        // Read twice, it was delivered once.
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.DeliverCard, async work =>
        {
            if (await PostingSearch.FindAsync(work.Context, request.Code, cancellationToken) is not var (card, posting)) return work.Refuse(new Unknown());
            if (posting is { State: PostingState.Delivered, DeliveredOn: { } on }) return work.Refuse(new AlreadyDelivered(card.Id, card.SerialNumber, on));
            if (posting.State != PostingState.Posted) return work.Refuse(new NotPosted(card.Id, card.SerialNumber));
            var (earliest, today) = (JapanTime.DateOf(posting.PostedAt), JapanTime.DateOf(work.Now));
            if (request.DeliveredOn < earliest || request.DeliveredOn > today) return work.Refuse(new WrongDay(earliest, today));
            var by = Guid.Parse(work.Caller.Actor.Id);
            var ended = await work.Context.Unchanged(posting).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, PostingState.Delivered).SetProperty(row => row.DeliveredOn, request.DeliveredOn)
                .SetProperty(row => row.EndedAt, work.Now).SetProperty(row => row.EndedBy, by)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (ended == 0
                || !await work.StepAsync(card, CardStep.Deliver, cancellationToken)
                || !await work.MoveAsync(card, PlaceStep.Deliver, Place.WithResident, cancellationToken)) throw new PassingException();
            work.Record(nameof(Delivered), card.Id);
            return new Delivered(card.Id, card.SerialNumber);
        }, cancellationToken: cancellationToken);
}
