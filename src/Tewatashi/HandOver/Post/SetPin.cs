using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Notices;
using Tewatashi.Reservations;

namespace Tewatashi.HandOver.Post;

/// <summary>
/// 暗証番号設定, done at the national terminal with the numbers the applicant chose, recorded here by scan for a card of the mail route. There is no notice for
/// it: one from before the route was changed ends here.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class SetPin(Database database)
{
    /// <param name="Label">製造管理番号 scanned from the sleeve.</param>
    public sealed record Request(SerialNumber Label);

    public abstract record Outcome;

    public sealed record PinSet(Guid CardId) : Outcome;

    public sealed record AlreadySet(Guid CardId, DateTimeOffset? At) : Outcome;

    public sealed record Stopped(Guid CardId, PostStop Stop) : Outcome;

    public sealed record UnknownCard : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        // Scanned twice, it was set once.
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.SetPin, async work =>
        {
            if (await work.Context.Cards.SingleOrDefaultAsync(row => row.SerialNumber == request.Label, cancellationToken) is not { } card) return work.Refuse(new UnknownCard());
            if (PostStops.Of(card, CardProgress.Prepared) is { } stop) return work.Refuse(new Stopped(card.Id, stop));
            if (card.Progress == CardProgress.PinSet) return work.Refuse(new AlreadySet(card.Id, card.PinSetAt));
            if (await LiveBooking.OfAsync(work.Context, card.Id, cancellationToken) is not null) return work.Refuse(new Stopped(card.Id, PostStop.Booked));
            if (!await work.StepAsync(card, CardStep.SetPin, cancellationToken)) throw new PassingException();
            await work.Context.Notices.Where(row => row.CardId == card.Id && row.State != NoticeState.Withdrawn)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, NoticeState.Withdrawn).SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            work.Record(nameof(PinSet), card.Id);
            return new PinSet(card.Id);
        }, cancellationToken: cancellationToken);
}
