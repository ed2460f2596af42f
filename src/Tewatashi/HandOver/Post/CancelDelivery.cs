using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Staff;
using Tewatashi.Time;

namespace Tewatashi.HandOver.Post;

/// <summary>
/// A delivery recorded by mistake is taken back on the same day, with a second person, as 交付取消 is: the card is in the post again. A step of its own; what
/// was recorded stays in the log.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class CancelDelivery(Database database)
{
    public sealed record Request(PostedCode Code, SecondSignature Second);

    public abstract record Outcome;

    public sealed record Cancelled(Guid CardId, SerialNumber SerialNumber) : Outcome;

    public sealed record NotDelivered : Outcome;

    /// <summary>The day on which it was recorded is over.</summary>
    public sealed record OtherDay : Outcome;

    /// <summary>The second person is the one who is signed in.</summary>
    public sealed record SamePerson : Outcome;

    /// <summary>The second person's user id or password is wrong, locked or may not do this.</summary>
    public sealed record SecondRefused : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var second = await SecondPerson.ReadAsync(database, caller, request.Second, cancellationToken) ?? throw new InvalidOperationException("A signature was given.");
        return await database.WriteAsync(caller, OperationKind.CancelDelivery, work => CancelAsync(work, request, second, cancellationToken),
            (work, first) => FirstAsync(work, first, cancellationToken), cancellationToken);
    }

    private static async Task<Outcome> CancelAsync(Work work, Request request, SecondPerson second, CancellationToken cancellationToken)
    {
        if (await PostingSearch.FindAsync(work.Context, request.Code, cancellationToken) is not (var card, { State: PostingState.Delivered, EndedAt: { } endedAt } posting))
            return work.Refuse<Outcome>(new NotDelivered());
        if (JapanTime.DateOf(endedAt) != JapanTime.DateOf(work.Now)) return work.Refuse<Outcome>(new OtherDay());
        switch (await second.StandsAsync(work, Permission.PostCards, card.Id, cancellationToken))
        {
            case SecondPerson.Answer.SamePerson: return new SamePerson();
            case SecondPerson.Answer.Refused: return new SecondRefused();
        }

        var (by, with) = (Guid.Parse(work.Caller.Actor.Id), second.Id);
        var back = await work.Context.Unchanged(posting).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, PostingState.Posted).SetProperty(row => row.DeliveredOn, (DateOnly?)null)
            .SetProperty(row => row.EndedAt, (DateTimeOffset?)null).SetProperty(row => row.EndedBy, (Guid?)null)
            .SetProperty(row => row.CancelledAt, work.Now).SetProperty(row => row.CancelledBy, by).SetProperty(row => row.CancelledWith, with)
            .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (back == 0
            || !await work.StepAsync(card, CardStep.CancelDelivery, cancellationToken)
            || !await work.MoveAsync(card, PlaceStep.CancelDelivery, Place.Posted, cancellationToken)) throw new PassingException();
        work.Record(nameof(Cancelled), card.Id, others: [second.Id]);
        return new Cancelled(card.Id, card.SerialNumber);
    }

    private static async Task<Outcome> FirstAsync(Work work, AuditEntry first, CancellationToken cancellationToken)
    {
        switch (first.Outcome)
        {
            case nameof(SamePerson): return new SamePerson();
            case SecondPerson.Wrong: return new SecondRefused();
        }

        var cardId = first.SubjectId!.Value; // recorded with it
        return new Cancelled(cardId, await work.Context.Cards.Where(row => row.Id == cardId).Select(row => row.SerialNumber).SingleAsync(cancellationToken));
    }
}
